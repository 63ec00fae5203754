"""However many tables a room has, AWS is described, reached and greeted once."""

from hearth.runtime.clients import session, sqs
from hearth.store.connection import room_connection
from hearth.store.groups import GroupItem, Groups
from hearth.store.livecodes import CodeItem, CounterItem, LiveCodes
from tests.conftest import Aws


def test_tables_and_transactions_share_one_client(aws: Aws) -> None:
    Groups(aws.names["GROUPS_TABLE"])
    LiveCodes(aws.names["LIVECODES_TABLE"])
    connections = [model._get_connection().connection for model in (GroupItem, CodeItem)]
    assert {id(one.client) for one in connections} == {id(room_connection().client)}


def test_models_of_one_table_keep_their_own_keys(aws: Aws) -> None:
    for _ in range(2):  # a second store of the same table changes nothing
        LiveCodes(aws.names["LIVECODES_TABLE"])
    code, counter = (
        model._get_connection().connection.get_meta_table(aws.names["LIVECODES_TABLE"])
        for model in (CodeItem, CounterItem)
    )
    assert code.has_index_name("by_community") and not counter.has_index_name("by_community")


def test_queues_and_tables_come_from_one_session(aws: Aws) -> None:
    assert room_connection().session is session()
    assert sqs() is sqs()
