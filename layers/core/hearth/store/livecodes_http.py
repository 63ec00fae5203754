"""Live codes for the room that answers scans: one signed request, standard library only.

Items of a code: ``part=counter`` is under 1 KB and takes the scan's one write; ``part=code``
holds destinations and plan and is read only when the counter's version has moved.
"""

import uuid
from collections.abc import Collection, Mapping
from typing import Any

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.scans import Facts, write_facts
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.store.livecode_form import CONTENT, read_content, write_content

_FAILED = "ConditionalCheckFailedException"
_CANCELLED = "TransactionCanceledException"


class LiveCodesHttp:
    """Draws tickets; the same contract as ``store.livecodes.LiveCodes``."""

    def __init__(self, table_name: str, service: JsonService) -> None:
        self._table = table_name
        self._service = service

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        """Draw the next ``tickets``, count the scans of ``facts``, note ``lost`` tickets.

        Raises NotFound.
        """
        amounts = {"seq": tickets, "scans": facts.people, "robots": facts.robots, "step": 1}
        adding, values = _additions(amounts, lost)
        request = {
            **self._item(code, "counter"),
            "UpdateExpression": f"ADD {adding} SET last_scan = :facts",
            "ConditionExpression": "attribute_exists(code)",
            "ExpressionAttributeValues": {**values, ":facts": {"S": write_facts(facts)}},
            "ReturnValues": "ALL_NEW",
        }
        try:
            return _counter(self._service.call("UpdateItem", request)["Attributes"])
        except AwsError as error:
            if error.code == _FAILED:
                raise NotFound("there is no such live code") from error
            raise

    def replan(
        self, after: LiveCode, last: int, drawn: Facts | None = None, lost: Collection[int] = ()
    ) -> bool:
        """Save a plan made for tickets after ``last``; draw its first when ``drawn`` is given.

        ``lost`` are noted. False when the code was changed or ``last`` was passed meanwhile:
        nothing is saved then.
        """
        changes = [self._content(after), self._counted(after, last, drawn, lost)]
        items = [{"Update": change} for change in changes]
        request = {"TransactItems": items, "ClientRequestToken": str(uuid.uuid4())}
        try:
            self._service.call("TransactWriteItems", request)
        except AwsError as error:
            if error.code == _CANCELLED:
                return False
            raise
        return True

    def load(self, code: str) -> LiveCode:
        """The code with its destinations; raises NotFound."""
        request = {**self._item(code, "code"), "ConsistentRead": True}
        item = self._service.call("GetItem", request).get("Item")
        if not item:
            raise NotFound("there is no such live code")
        known = LiveCode(code, item["community"]["S"], item["name"]["S"], _version(item))
        return read_content(known, {name: item[name]["S"] for name in CONTENT})

    def _content(self, after: LiveCode) -> dict[str, Any]:
        content = write_content(after)
        sets = ", ".join(f"#{name} = :{name}" for name in content)
        return {
            **self._item(after.code, "code"),
            "UpdateExpression": f"SET #version = :after, {sets}",
            "ConditionExpression": "#version = :before",
            "ExpressionAttributeNames": {f"#{name}": name for name in (*content, "version")},
            "ExpressionAttributeValues": {
                ":after": _number(after.version),
                ":before": _number(after.version - 1),
                **{f":{name}": {"S": line} for name, line in content.items()},
            },
        }

    def _counted(
        self, after: LiveCode, last: int, drawn: Facts | None, lost: Collection[int]
    ) -> dict[str, Any]:
        sets, values = "SET version = :after", {":after": _number(after.version)}
        adding, added = _additions({"step": 1} if drawn else {}, lost)
        if drawn:
            sets += ", seq = :own, last_scan = :facts"
            values |= {":own": _number(last + 1), ":facts": {"S": write_facts(drawn)}}
        return {
            **self._item(after.code, "counter"),
            "UpdateExpression": f"{sets} ADD {adding}" if adding else sets,
            "ConditionExpression": "seq <= :last",
            "ExpressionAttributeValues": {**values, **added, ":last": _number(last)},
        }

    def _item(self, code: str, part: str) -> dict[str, Any]:
        return {"TableName": self._table, "Key": {"code": {"S": code}, "part": {"S": part}}}


def _additions(amounts: Mapping[str, int], lost: Collection[int]) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {name: _number(amount) for name, amount in amounts.items() if amount}
    if lost:
        values["lost"] = {"NS": [str(ticket) for ticket in lost]}
    adding = ", ".join(f"{name} :{name}" for name in values)
    return adding, {f":{name}": value for name, value in values.items()}


def _number(value: int) -> dict[str, str]:
    return {"N": str(value)}


def _version(item: Mapping[str, Mapping[str, Any]]) -> int:
    return int(item["version"]["N"])


def _counter(attributes: Mapping[str, Mapping[str, Any]]) -> Counter:
    numbers = {name: int(attributes[name]["N"]) for name in ("seq", "scans", "robots", "step")}
    lost = attributes.get("lost", {}).get("NS", ())
    return Counter(version=_version(attributes), lost=frozenset(map(int, lost)), **numbers)
