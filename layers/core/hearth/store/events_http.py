"""The event log for the webhook room: one signed request, standard library only."""

import base64
from typing import Any

from hearth.domain.events import Event
from hearth.domain.retention import EVENT_DAYS, expires
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.store.packing import pack


class EventLogHttp:
    """Appends to the table ``events``; the same contract as ``store.events.Events``."""

    def __init__(self, table_name: str, service: JsonService) -> None:
        self._table = table_name
        self._service = service

    def append(self, event: Event, received: int) -> bool:
        """Store once by a conditional put; False when it was there.

        Raises Oversized when the packed body does not fit an item, Unavailable.
        """
        request = {
            "TableName": self._table,
            "Item": _item(event, received),
            "ConditionExpression": "attribute_not_exists(#key)",
            "ExpressionAttributeNames": {"#key": "key"},
        }
        try:
            self._service.call("PutItem", request)
        except AwsError as error:
            if error.code == "ConditionalCheckFailedException":
                return False
            raise
        return True


def _item(event: Event, received: int) -> dict[str, Any]:
    item: dict[str, Any] = {
        "group": {"S": event.group.id},
        "key": {"S": event.key},
        "body": {"B": base64.b64encode(pack(event.raw)).decode()},
        "kind": {"S": event.kind},
        "received": {"N": str(received)},
        "expires": {"N": str(expires(received, EVENT_DAYS))},
    }
    if event.reader:
        item["reader"] = {"S": event.reader}
    return item
