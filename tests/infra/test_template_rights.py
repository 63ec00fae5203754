"""Each role may do what its room needs and nothing else."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.infra.templates import (
    ALL,
    ROOMS,
    Properties,
    environment,
    named_queues,
    named_tables,
    own_name,
    properties,
    template,
)

ROLES = properties("infra/roles.yaml", "AWS::IAM::Role")
STREAMS = {
    "rules": {"EventsStreamArn"},
    "console": {"EventsStreamArn"},
    "vitality": {"EventsStreamArn", "LivecodesStreamArn"},
}
WILDCARDS = {"accounts/*", "livecode/*", "*"}
READ_LOGS = {"vitality": "livecode"}
"""Whose log a room may search: scans that ended environments could not send in."""


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _statements(room: str) -> list[Properties]:
    (policy,) = ROLES[f"{room.capitalize()}Role"]["Policies"]
    found: list[Properties] = policy["PolicyDocument"]["Statement"]
    return found


def _grants(room: str) -> Iterator[tuple[str, str, str]]:
    """Every (action, prefix parameter, own name) the room's role allows."""
    for statement in _statements(room):
        for action in _many(statement["Action"]):
            for resource in _many(statement["Resource"]):
                if "Ref" not in resource:
                    parameter = re.findall(r"\$\{(\w+)\}", resource["Fn::Sub"])[0]
                    yield action, parameter, own_name(resource)


def _named(room: str, parameter: str) -> set[str]:
    return {name for _, prefix, name in _grants(room) if prefix == parameter}


def test_there_is_one_role_for_each_room() -> None:
    assert set(ROLES) == {f"{room.capitalize()}Role" for room in ROOMS}


@pytest.mark.parametrize("path", ALL)
def test_no_template_uses_managed_policies_or_bare_wildcards(path: str) -> None:
    text = repr(template(path))
    assert "ManagedPolic" not in text
    assert "'Policies': ['" not in text
    assert "'Resource': '*'" not in text
    assert not re.search(r"'Action': \[?'(\w+:)?\*'", text)


@pytest.mark.parametrize("room", ROOMS)
def test_statements_allow_named_actions_on_named_things(room: str) -> None:
    for statement in _statements(room):
        assert statement["Effect"] == "Allow"
        assert not [action for action in _many(statement["Action"]) if "*" in action]
    for _, parameter, name in _grants(room):
        assert "*" not in name or (parameter, name) in {
            ("LogGroupArn", f"{room}:*"),
            ("LogGroupArn", f"{READ_LOGS.get(room)}:*"),
            *(("SecretsArn", wildcard) for wildcard in WILDCARDS),
        }


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_writes_its_own_log_only(room: str) -> None:
    rights = {(action, name) for action, prefix, name in _grants(room) if prefix == "LogGroupArn"}
    group = f"{room}:*"
    other = [READ_LOGS[room], f"{READ_LOGS[room]}:*"] if room in READ_LOGS else []
    reads = {("logs:FilterLogEvents", name) for name in other}
    assert rights == reads | {("logs:CreateLogStream", group), ("logs:PutLogEvents", group)}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_follows_its_own_streams_only(room: str) -> None:
    followed = {
        resource["Ref"]
        for statement in _statements(room)
        for resource in _many(statement["Resource"])
        if "Ref" in resource and resource["Ref"].endswith("StreamArn")
    }
    assert followed == STREAMS.get(room, set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_reaches_the_tables_it_is_told_of(room: str) -> None:
    told = {name[: -len("_TABLE")].lower() for name in environment(room) if name.endswith("_TABLE")}
    reached = {name.partition("/")[0] for name in _named(room, "TableArn")}
    assert reached == told


@pytest.mark.parametrize("room", ROOMS)
def test_tables_indexes_and_queues_it_reaches_exist(room: str) -> None:
    tables = named_tables()
    for name in _named(room, "TableArn"):
        table, _, index = name.partition("/index/")
        known = {one["IndexName"] for one in tables[table].get("GlobalSecondaryIndexes", [])}
        assert index in known | {""}
    assert _named(room, "QueueArn") <= set(named_queues())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_reaches_the_queues_it_is_told_of(room: str) -> None:
    told = {
        name[: -len("_QUEUE_URL")].lower().replace("_", "-")
        for name in environment(room)
        if name.endswith("_QUEUE_URL")
    }
    reached = {name.removesuffix(".fifo") for name in _named(room, "QueueArn")}
    failed_ticks = {"engage-dead"} if room == "engage" else set()
    assert reached == told | failed_ticks


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_scans_tables_or_manages_resources(room: str) -> None:
    allowed = re.compile(
        r"dynamodb:(Batch)?(Get|Put|Update|Delete|Write)Item|dynamodb:(Query|ConditionCheckItem)"
        r"|dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)"
        r"|sqs:(Send|Receive|Delete)Message|sqs:(ChangeMessageVisibility|GetQueueAttributes)"
        r"|ssm:(Get|Put|Delete)Parameter|sns:Publish"
        r"|logs:(CreateLogStream|PutLogEvents|FilterLogEvents)"
    )
    for statement in _statements(room):
        for action in _many(statement["Action"]):
            assert allowed.fullmatch(action), action


def test_only_the_console_changes_secrets() -> None:
    writers = {
        room
        for room in ROOMS
        for action, prefix, _ in _grants(room)
        if prefix == "SecretsArn" and action != "ssm:GetParameter"
    }
    assert writers == {"console"}


def test_three_rooms_store_events_and_only_the_console_replays_them() -> None:
    writes = {
        (room, action)
        for room in ROOMS
        for action, prefix, name in _grants(room)
        if (prefix, name) == ("TableArn", "events") and not action.endswith(("GetItem", "Query"))
    }
    assert writes == {
        ("webhook", "dynamodb:PutItem"),
        ("deliver", "dynamodb:PutItem"),
        ("console", "dynamodb:PutItem"),
        ("console", "dynamodb:UpdateItem"),
    }


def test_who_leaves_an_address_reads_and_changes_none() -> None:
    actions = {
        (room, action)
        for room in ROOMS
        for action, _, name in _grants(room)
        if name.startswith("contacts")
    }
    assert {action for room, action in actions if room == "livecode"} == {
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
    }
    (counting,) = (one for one in _statements("livecode") if one["Sid"] == "CountForms")
    keys = counting["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
    assert keys == ["form *", "network *"], "which no community is named"
    assert {room for room, _ in actions} == {"livecode", "console"}


def test_audit_entries_are_only_ever_added() -> None:
    actions = {action for room in ROOMS for action, _, name in _grants(room) if name == "audit"}
    assert actions == {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"}
