"""Live codes for the room that answers scans: one signed request, standard library only.

Items of a code: ``part=counter`` is under 1 KB and takes the scan's one write; ``part=code``
holds the destinations and is read only when the counter's version has moved.
"""

from collections.abc import Mapping
from typing import Any

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.scans import Scan
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.store.livecode_form import read_destinations

_FAILED = "ConditionalCheckFailedException"


class LiveCodesHttp:
    """Draws tickets; the same contract as ``store.livecodes.LiveCodes``."""

    def __init__(self, table_name: str, service: JsonService) -> None:
        self._table = table_name
        self._service = service

    def draw(self, scan: Scan, counted: bool = True) -> Counter:
        """Take the next ticket, and count the scan unless it was counted. NotFound."""
        return self._add(scan, {"seq": 1, "scans": 1 if counted else 0})

    def visit(self, scan: Scan) -> Counter:
        """Count a scan that needs no ticket, people and robots apart. NotFound."""
        return self._add(scan, {"robots" if scan.robot else "scans": 1})

    def skip(self, scan: Scan, to: int) -> Counter | None:
        """Take ticket ``to + 1`` if no later one was drawn; None when one was."""
        values = {":ticket": _number(to + 1)}
        try:
            answer = self._update(scan.code, "SET seq = :ticket", "seq < :ticket", values)
        except AwsError as error:
            if error.code == _FAILED:
                return None
            raise
        return _counter(answer["Attributes"])

    def load(self, code: str) -> LiveCode:
        """The code with its destinations; raises NotFound."""
        key = {"code": {"S": code}, "part": {"S": "code"}}
        request = {"TableName": self._table, "Key": key, "ConsistentRead": True}
        item = self._service.call("GetItem", request).get("Item")
        if not item:
            raise NotFound("there is no such live code")
        return LiveCode(
            code,
            item["community"]["S"],
            item["name"]["S"],
            int(item["version"]["N"]),
            read_destinations(item["destinations"]["S"]),
        )

    def _add(self, scan: Scan, amounts: Mapping[str, int]) -> Counter:
        sums = ", ".join(f"{name} :{name}" for name in amounts)
        values = {f":{name}": _number(amount) for name, amount in amounts.items()}
        values |= {":last": {"S": scan.facts}}
        expression = f"ADD {sums} SET last_scan = :last"
        try:
            answer = self._update(scan.code, expression, "attribute_exists(code)", values)
        except AwsError as error:
            if error.code == _FAILED:
                raise NotFound("there is no such live code") from error
            raise
        return _counter(answer["Attributes"])

    def _update(
        self, code: str, expression: str, condition: str, values: Mapping[str, Any]
    ) -> dict[str, Any]:
        request = {
            "TableName": self._table,
            "Key": {"code": {"S": code}, "part": {"S": "counter"}},
            "UpdateExpression": expression,
            "ConditionExpression": condition,
            "ExpressionAttributeValues": values,
            "ReturnValues": "ALL_NEW",
        }
        return self._service.call("UpdateItem", request)


def _number(value: int) -> dict[str, str]:
    return {"N": str(value)}


def _counter(attributes: Mapping[str, Mapping[str, str]]) -> Counter:
    numbers = {name: int(attributes[name]["N"]) for name in ("seq", "scans", "robots", "version")}
    return Counter(**numbers)
