"""What the tests ask of the templates: resources by kind, functions by room, things by own name."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from infra.local.templates import load

REPOSITORY = Path(__file__).parents[2]
ROOT = "template.yaml"
NESTED = tuple(f"infra/{name}.yaml" for name in ("tables", "queues", "roles", "alarms", "entrance"))
ALL = (ROOT, *NESTED)
ROOMS = ("webhook", "rules", "deliver", "livecode", "engage", "vitality", "console")

Properties = dict[str, Any]


@cache
def template(path: str) -> dict[str, Any]:
    """The parsed template at ``path``, relative to the repository."""
    return load(REPOSITORY / path)


def resources(path: str, kind: str) -> dict[str, dict[str, Any]]:
    """Every resource of the CloudFormation type ``kind``, by logical id."""
    every = template(path)["Resources"]
    return {name: found for name, found in every.items() if found["Type"] == kind}


def properties(path: str, kind: str) -> dict[str, Properties]:
    """The properties of every resource of the type ``kind``, by logical id."""
    return {name: found.get("Properties", {}) for name, found in resources(path, kind).items()}


def att(name: str, attribute: str) -> dict[str, list[str]]:
    """What ``!GetAtt name.attribute`` reads as."""
    return {"Fn::GetAtt": [name, attribute]}


def function(room: str) -> Properties:
    """The function of ``room``, with the globals it inherits."""
    own = properties(ROOT, "AWS::Serverless::Function")[f"{room.capitalize()}Function"]
    return {**template(ROOT)["Globals"]["Function"], **own}


def environment(room: str) -> dict[str, Any]:
    """The variables that only ``room`` gets, without the globals."""
    variables: dict[str, Any] = function(room)["Environment"]["Variables"]
    return variables


def own_name(value: dict[str, str]) -> str:
    """``events`` for ``!Sub ${Prefix}-events`` and ``!Sub ${TableArn}-events``."""
    found = re.fullmatch(r"\$\{[\w:]+\}[-/](.+)", value["Fn::Sub"])
    assert found, value
    return found[1]


def named_queues() -> dict[str, Properties]:
    """Every queue by its own name."""
    queues = properties("infra/queues.yaml", "AWS::SQS::Queue").values()
    return {own_name(queue["QueueName"]): queue for queue in queues}


def named_tables() -> dict[str, Properties]:
    """Every table by its own name."""
    tables = properties("infra/tables.yaml", "AWS::DynamoDB::Table").values()
    return {own_name(table["TableName"]): table for table in tables}


def events(kind: str) -> dict[str, Properties]:
    """The events of the type ``kind`` of all functions, as ``room/name``."""
    return {
        f"{room}/{name}": event["Properties"]
        for room in ROOMS
        for name, event in function(room)["Events"].items()
        if event["Type"] == kind
    }
