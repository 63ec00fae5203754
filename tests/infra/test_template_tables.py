"""Tables outlive the stack, can be restored to a moment, and forget what has expired."""

import pytest

from tests.infra.templates import named_tables, resources

TABLES = "infra/tables.yaml"
NAMES = sorted(named_tables())


@pytest.mark.parametrize("name", sorted(resources(TABLES, "AWS::DynamoDB::Table")))
def test_a_table_is_retained(name: str) -> None:
    table = resources(TABLES, "AWS::DynamoDB::Table")[name]
    assert (table["DeletionPolicy"], table["UpdateReplacePolicy"]) == ("Retain", "Retain")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_costs_by_use_expires_and_restores(name: str) -> None:
    table = named_tables()[name]
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_streams_carry_what_their_readers_need() -> None:
    streams = {
        name: table["StreamSpecification"]["StreamViewType"]
        for name, table in named_tables().items()
        if "StreamSpecification" in table
    }
    assert streams == {
        "events": "NEW_IMAGE",
        "members": "NEW_AND_OLD_IMAGES",
        "livecodes": "NEW_AND_OLD_IMAGES",
    }
