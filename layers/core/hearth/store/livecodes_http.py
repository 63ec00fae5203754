"""Live codes for the room that answers scans: one signed request, standard library only.

Items of a code: ``part=counter`` is under 1 KB and takes the scan's one write; ``part=code``
holds destinations and plan and is read only when the counter's version has moved.
"""

import os
from collections.abc import Collection, Mapping
from typing import Any

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts, write_facts
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.store.livecode_form import CONTENT, read_content, write_content

_FAILED = "ConditionalCheckFailedException"
_CANCELLED = "TransactionCanceledException"
_PASSED = {"ConditionalCheckFailed", "TransactionConflict"}
_BUSY = {"ThrottlingError", "ProvisionedThroughputExceeded"}

_THERE = "attribute_exists(code)"
_NEW = f"{_THERE} AND (attribute_not_exists(last_scan) OR last_scan <> :facts)"


class LiveCodesHttp:
    """Draws tickets; the same contract as ``store.livecodes.LiveCodes``."""

    def __init__(self, table_name: str, service: JsonService) -> None:
        self._table = table_name
        self._service = service

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        """Draw the next ``tickets``, count the scans of ``facts``, note ``lost`` tickets.

        Facts that tell nothing are no step that anybody waits to be counted.
        Sent again under the same ``facts.id``, it changes nothing if no other write came between.
        Raises NotFound.
        """
        amounts = {"seq": tickets, "scans": facts.people, "robots": facts.robots}
        adding, values = _additions({**amounts, "step": int(facts.tell)}, lost)
        if facts.tell:
            values[":facts"] = {"S": write_facts(facts)}
        request = {
            **self._item(code, "counter"),
            "UpdateExpression": f"ADD {adding}{' SET last_scan = :facts' if facts.tell else ''}",
            "ConditionExpression": _NEW if facts.id else _THERE,
            "ExpressionAttributeValues": values,
            "ReturnValues": "ALL_NEW",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
        try:
            return counter_of(self._service.call("UpdateItem", request)["Attributes"])
        except AwsError as error:
            if error.code != _FAILED:
                raise
            if kept := error.content.get("Item"):
                return counter_of(kept)
            raise NotFound("there is no such live code") from error

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        """Save a plan; with ``drawn`` also draw its first ticket, for a scan with these facts.

        When the code is due stays as it is: scans change no end. False when the code was changed
        or the plan's ``last`` was passed meanwhile: nothing is saved then.
        """
        items = [{"Update": self._content(plan.code)}, {"Update": self._counted(plan, drawn)}]
        request = {"TransactItems": items, "ClientRequestToken": os.urandom(16).hex()}
        try:
            self._service.call("TransactWriteItems", request)
        except AwsError as error:
            if error.code == _CANCELLED and _is_passed(error):
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
        values: dict[str, Any] = {name: {"S": s} for name, s in write_content(after).items()}
        values["version"] = _number(after.version)
        sets = ", ".join(f"#{name} = :{name}" for name in values)
        return {
            **self._item(after.code, "code"),
            "UpdateExpression": f"SET {sets}",
            "ConditionExpression": "#version = :before",
            "ExpressionAttributeNames": {f"#{name}": name for name in values},
            "ExpressionAttributeValues": {
                **{f":{name}": value for name, value in values.items()},
                ":before": _number(after.version - 1),
            },
        }

    def _counted(self, plan: Replan, drawn: Facts | None) -> dict[str, Any]:
        values = {":after": _number(plan.code.version), ":last": _number(plan.last)}
        sets, adding, others = "SET version = :after", list[str](), ""
        if drawn:
            sets += ", seq = :own, last_scan = :facts"
            adding.append("step :one")
            values |= {":own": _number(plan.last + 1), ":one": _number(1)}
            values[":facts"] = {"S": write_facts(drawn)}
        if plan.lost:
            adding.append("lost :lost")
            values[":lost"] = _numbers(plan.lost)
        elif plan.settled:
            others = " DELETE lost :settled"
            values[":settled"] = _numbers(plan.settled)
        added = f" ADD {', '.join(adding)}" if adding else ""
        return {
            **self._item(plan.code.code, "counter"),
            "UpdateExpression": sets + added + others,
            "ConditionExpression": "seq <= :last",
            "ExpressionAttributeValues": values,
        }

    def _item(self, code: str, part: str) -> dict[str, Any]:
        return {"TableName": self._table, "Key": {"code": {"S": code}, "part": {"S": part}}}


def _is_passed(error: AwsError) -> bool:
    """Whether somebody else was quicker. Raises Unavailable when DynamoDB could not."""
    reasons = {one.get("Code") for one in error.content.get("CancellationReasons", ())} - {"None"}
    if busy := reasons & _BUSY:
        raise Unavailable(f"dynamodb TransactWriteItems: {', '.join(sorted(busy))}") from error
    return bool(reasons) and reasons <= _PASSED


def _additions(amounts: Mapping[str, int], lost: Collection[int]) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {name: _number(amount) for name, amount in amounts.items() if amount}
    if lost:
        values["lost"] = _numbers(lost)
    adding = ", ".join(f"{name} :{name}" for name in values)
    return adding, {f":{name}": value for name, value in values.items()}


def _numbers(values: Collection[int]) -> dict[str, list[str]]:
    return {"NS": [str(value) for value in values]}


def _number(value: int) -> dict[str, Any]:
    return {"N": str(value)}


def _version(item: Mapping[str, Mapping[str, Any]]) -> int:
    return int(item["version"]["N"])


def counter_of(attributes: Mapping[str, Mapping[str, Any]]) -> Counter:
    numbers = {name: int(attributes[name]["N"]) for name in ("seq", "scans", "robots", "step")}
    lost = attributes.get("lost", {}).get("NS", ())
    return Counter(version=_version(attributes), lost=frozenset(map(int, lost)), **numbers)
