"""What was given up by a room, and what it was about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hearth.domain.deliveries import Order
from hearth.domain.errors import HearthError, Malformed
from hearth.domain.groups import GroupRef
from hearth.domain.records import Judged

RULES, OUTBOX, ENGAGE = "rules-dead", "outbox-dead", "engage-dead"
VITALITY = "vitality-dead"

_OF_EVENTS = "-events/stream/"
"""What the name of the events' stream has, and no other stream's."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of a dead-letter queue as it lies there."""

    id: str
    body: str
    since: int
    """ms since 1970."""
    receipt: str
    """What the queue wants to see when the letter is to be removed."""


@dataclass(frozen=True, slots=True)
class LostEvent:
    """An event that a room set aside itself."""

    group: GroupRef
    key: str
    error: str


@dataclass(frozen=True, slots=True)
class LostPart:
    """A part of the events' stream that Lambda gave up; names no events, only where they are."""

    stream: str
    shard: str
    first: str
    last: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class LostTick:
    """A minute's tick; the next one does its work."""

    reason: str


@dataclass(frozen=True, slots=True)
class LostScans:
    """Writes by scans that are in no figures by the hour; the code's own counters have them."""

    reason: str
    count: int = 1
    """How many writes; each may be of several scans."""
    code: str = ""
    """Empty when it is not known: of any codes."""


Loss = LostEvent | LostPart | LostTick | LostScans | Order


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A letter as it is shown."""

    id: str
    queue: str
    what: str
    """``event``, ``events``, ``order``, ``tick``, ``scans`` or ``unreadable``."""
    why: str
    since: int
    group: str = ""
    events: tuple[Judged, ...] = ()
    content: Mapping[str, object] = field(default_factory=dict)

    @property
    def replayable(self) -> bool:
        """Whether it can be processed again."""
        return self.what in ("event", "events", "order")


def loss_of(queue: str, letter: Letter) -> Loss:
    """What the letter of ``queue`` is about; raises Malformed."""
    if queue == OUTBOX:
        return Order.from_json(letter.body)
    try:
        content = json.loads(letter.body)
        if queue == ENGAGE:
            return LostTick(_reason(content))
        if queue == VITALITY:
            return _vitality(content)
        if "DDBStreamBatchInfo" in content:
            return _part(content, content["DDBStreamBatchInfo"])
        return _event(content)
    except (ValueError, KeyError, TypeError, AttributeError, HearthError) as error:
        raise Malformed(f"not a letter of {queue}: {type(error).__name__}") from error


def _vitality(content: Mapping[str, Any]) -> Loss:
    """What the stream of scans, that of events or a tick has left."""
    if "group" in content:
        return _event(content)
    if info := content.get("DDBStreamBatchInfo"):
        if _OF_EVENTS in str(info["streamArn"]):
            return _part(content, info)
        return LostScans(_reason(content), int(info["batchSize"]))
    if "code" in content:
        return LostScans(str(content["error"]), code=str(content["code"]))
    if "requestContext" not in content and "detail-type" not in content:
        raise KeyError("code")
    return LostTick(_reason(content))


def _event(content: Mapping[str, Any]) -> LostEvent:
    group = GroupRef.parse(str(content["group"]))
    return LostEvent(group, str(content["key"]), str(content.get("error", "")))


def _part(content: Mapping[str, Any], info: Mapping[str, Any]) -> LostPart:
    return LostPart(
        stream=str(info["streamArn"]),
        shard=str(info["shardId"]),
        first=str(info["startSequenceNumber"]),
        last=str(info["endSequenceNumber"]),
        count=int(info["batchSize"]),
        reason=_reason(content),
    )


def _reason(content: Mapping[str, Any]) -> str:
    asked = content.get("requestContext") or {}
    condition = str(asked.get("condition") or "not processed in time")
    tries = asked.get("approximateInvokeCount")
    return f"{condition} after {tries} attempts" if tries else condition
