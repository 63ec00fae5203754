"""The stream of events: members kept up to date, messages judged, sanctions ordered."""

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from functions.rules.room import room
from hearth.platforms.reading import read
from hearth.runtime.batches import Record, in_order
from hearth.runtime.clock import now_ms
from hearth.store.events import from_image

logger = Logger(service="rules")
metrics = Metrics(namespace="Hearth", service="rules")


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """DynamoDB stream batch → nothing; raises Unavailable to have it repeated."""
    metrics.add_metric("EventReceived", MetricUnit.Count, len(event["Records"]))
    in_order(event["Records"], _take, _set_aside)
    return {"batchItemFailures": []}


def _take(record: Record) -> None:
    if record["eventName"] == "REMOVE":
        return
    moderator, asker, _ = room()
    event = from_image(record["dynamodb"]["NewImage"]).read(read)
    asker.take(event)
    verdict = moderator.take(event)
    if verdict:
        metrics.add_metric("MessageClean" if verdict.clean else "RuleFired", MetricUnit.Count, 1)


def _set_aside(record: Record, error: Exception) -> None:
    keys = {name: value["S"] for name, value in record["dynamodb"]["Keys"].items()}
    logger.exception("event set aside", extra=keys)
    metrics.add_metric("EventSetAside", MetricUnit.Count, 1)
    reason = f"{type(error).__name__}: {error}"[:500]
    room()[2].set_aside({**keys, "error": reason, "at": now_ms()})
