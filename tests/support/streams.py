"""Stream records as Lambda hands them to a function: made from the items that lie in the table."""

import base64
from typing import Any

import boto3

from hearth.domain.events import Event


def record_of(table: str, event: Event) -> dict[str, Any]:
    """The INSERT record of an event that was appended to ``table``."""
    keys = {"group": {"S": event.group.id}, "key": {"S": event.key}}
    item = boto3.client("dynamodb").get_item(TableName=table, Key=keys)["Item"]
    return stream_record(keys, {name: _plain(value) for name, value in item.items()})


def stream_record(
    keys: dict[str, Any], image: dict[str, Any], name: str = "INSERT"
) -> dict[str, Any]:
    """One record with the fields that AWS documents for stream events."""
    return {
        "eventID": "c4ca4238a0b923820dcc509a6f75849b",
        "eventName": name,
        "eventSource": "aws:dynamodb",
        "dynamodb": {
            "ApproximateCreationDateTime": 1479499740,
            "Keys": keys,
            "NewImage": image,
            "SequenceNumber": "4421584500000000017450439091",
            "StreamViewType": "NEW_IMAGE",
        },
    }


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    if "B" in value:
        return {"B": base64.b64encode(bytes(value["B"])).decode()}
    return value
