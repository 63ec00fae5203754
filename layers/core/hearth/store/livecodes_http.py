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

    def draw(self, scan: Scan, counted: bool = True, lost: int = 0) -> Counter:
        """Take the next ticket; count the scan unless it was counted; note a lost ticket.

        Raises NotFound.
        """
        more = {"lost": {"NS": [str(lost)]}} if lost else {}
        return self._add(scan, {"seq": _number(1), "scans": _number(int(counted)), **more})

    def visit(self, scan: Scan) -> Counter:
        """Count a scan that needs no ticket, people and robots apart. NotFound."""
        return self._add(scan, {"robots" if scan.robot else "scans": _number(1)})

    def skip(self, scan: Scan, to: int, lost: int) -> Counter | None:
        """Take ticket ``to + 1`` if no later one was drawn; None when one was.

        The leap and the ``lost`` ticket are noted, so that seats can be counted.
        """
        values = {":ticket": _number(to + 1), ":lost": {"NS": [str(lost)]}}
        expression = "SET seq = :ticket, jumps.#to = seq ADD lost :lost"
        return self._change(scan, expression, "seq < :ticket", values, {"#to": str(to)})

    def give_back(self, scan: Scan, ticket: int) -> None:
        """Undo a draw that led nowhere, unless another ticket was drawn since.

        Asked once: a repeat could undo the draw of who got the ticket next and was led.
        """
        values = {":ticket": _number(ticket), ":before": _number(ticket - 1)}
        self._change(scan, "SET seq = :before", "seq = :ticket", values, attempts=1)

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

    def _add(self, scan: Scan, amounts: Mapping[str, Any]) -> Counter:
        sums = ", ".join(f"{name} :{name}" for name in amounts)
        values = {f":{name}": amount for name, amount in amounts.items()}
        values |= {":last": {"S": scan.facts}}
        expression = f"ADD {sums} SET last_scan = :last"
        counter = self._change(scan, expression, "attribute_exists(code)", values)
        if counter is None:
            raise NotFound("there is no such live code")
        return counter

    def _change(
        self,
        scan: Scan,
        expression: str,
        condition: str,
        values: Mapping[str, Any],
        names: Mapping[str, str] | None = None,
        **how: int,
    ) -> Counter | None:
        """The counter after the change; None when the condition does not hold."""
        request = {
            "TableName": self._table,
            "Key": {"code": {"S": scan.code}, "part": {"S": "counter"}},
            "UpdateExpression": expression,
            "ConditionExpression": condition,
            "ExpressionAttributeValues": values,
            "ReturnValues": "ALL_NEW",
        }
        if names:
            request["ExpressionAttributeNames"] = names
        try:
            return _counter(self._service.call("UpdateItem", request, **how)["Attributes"])
        except AwsError as error:
            if error.code == _FAILED:
                return None
            raise


def _number(value: int) -> dict[str, str]:
    return {"N": str(value)}


def _counter(attributes: Mapping[str, Mapping[str, Any]]) -> Counter:
    numbers = {name: int(attributes[name]["N"]) for name in ("seq", "scans", "robots", "version")}
    jumps = attributes.get("jumps", {}).get("M", {})
    lost = attributes.get("lost", {}).get("NS", ())
    return Counter(
        **numbers,
        jumps=tuple((int(to), int(before["N"])) for to, before in jumps.items()),
        lost=frozenset(map(int, lost)),
    )
