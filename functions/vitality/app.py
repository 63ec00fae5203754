"""The streams of scans and of joins: counted. The minute tick: settled, kept, warned, probed."""

from collections.abc import Callable, Sequence
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from functions.vitality import joins, tick
from functions.vitality.room import room
from hearth.domain.errors import Malformed, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.scans import write_facts
from hearth.domain.statistics import Change
from hearth.runtime.clock import now_ms
from hearth.store.livecode_stream import change_of
from hearth.usecases.return_skipped import return_skipped

Counted = list[tuple[LiveCode, Counter]]

logger = Logger(service="vitality")
metrics = Metrics(namespace="Hearth", service="vitality")


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """DynamoDB stream batch or schedule event; raises Unavailable to have it repeated."""
    if "Records" in event:
        _take(event["Records"])
        return {"batchItemFailures": []}
    done = tick.run(room().steps, now_ms())
    metrics.add_metric("BlockSettled", MetricUnit.Count, done["settled"])
    return done


def _take(records: list[dict[str, Any]]) -> None:
    """A batch is of one stream: of the events', or of the live codes'."""
    if records and "group" in records[0]["dynamodb"]["Keys"]:
        told = joins.count(records, room())
        metrics.add_metric("ComingTold", MetricUnit.Count, told)
    else:
        _count(records)


def _count(records: list[dict[str, Any]]) -> None:
    metrics.add_metric("ScanWriteReceived", MetricUnit.Count, len(records))
    changes = [change for change in map(_read, records) if change]
    counted = room().tally.take(changes, _give_up)
    _follow(room().keep.scanned, counted)
    _follow(room().warn.scanned, counted)
    return_skipped(room().codes, changes)
    metrics.add_metric("ScanWriteCounted", MetricUnit.Count, len(changes))


def _follow(follow: Callable[[Counted], None], counted: Counted) -> None:
    """Let somebody work on what is counted. Raises ExceptionGroup: the batch must come again."""
    try:
        follow(counted)
    except ExceptionGroup as failed:
        if failed.subgroup(Unavailable):
            raise
        logger.exception("something goes wrong with codes that were scanned")


def _read(record: dict[str, Any]) -> Change | None:
    try:
        return change_of(record)
    except (Malformed, KeyError, TypeError, ValueError) as error:
        _set_aside(record, error)
        return None


def _give_up(changes: Sequence[Change], error: Exception) -> None:
    for change in changes:
        _keep(change.code, write_facts(change.facts), error)


def _set_aside(record: dict[str, Any], error: Exception) -> None:
    code = record["dynamodb"]["Keys"]["code"]["S"]
    facts = record["dynamodb"].get("NewImage", {}).get("last_scan", {}).get("S", "")
    _keep(code, facts, error)


def _keep(code: str, facts: str, error: Exception) -> None:
    logger.exception("scans set aside", extra={"code": code})
    metrics.add_metric("ScanSetAside", MetricUnit.Count, 1)
    reason = f"{type(error).__name__}: {error}"[:500]
    room().dead.set_aside({"code": code, "facts": facts, "error": reason, "at": now_ms()})
