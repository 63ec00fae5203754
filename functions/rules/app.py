"""The stream of events: members kept up to date, messages judged, sanctions ordered."""

import os
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from hearth.outbound.sqs import SqsDeadLetters, SqsOutbox
from hearth.platforms.reading import read
from hearth.runtime.batches import Record, in_order
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import RulesConfig, from_environment
from hearth.runtime.fresh import Fresh
from hearth.runtime.start import once
from hearth.store.events import from_image
from hearth.store.groups import Groups
from hearth.store.members import Members
from hearth.store.rulesets import RuleSets
from hearth.store.verdicts import Verdicts
from hearth.usecases.moderate import Moderator

_FRESH_S = 30

logger = Logger(service="rules")
metrics = Metrics(namespace="Hearth", service="rules")


@once
def room() -> tuple[Moderator, SqsDeadLetters]:
    config = from_environment(RulesConfig, os.environ)
    moderator = Moderator(
        Members(config.members_table),
        Verdicts(config.verdicts_table),
        Fresh(Groups(config.groups_table).discover, _FRESH_S),
        Fresh(RuleSets(config.rulesets_table).current, _FRESH_S),
        SqsOutbox(sqs(), config.outbox_queue_url),
        now_ms,
    )
    return moderator, SqsDeadLetters(sqs(), config.rules_dead_queue_url)


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """DynamoDB stream batch → nothing; raises Unavailable to have it repeated."""
    metrics.add_metric("EventReceived", MetricUnit.Count, len(event["Records"]))
    in_order(event["Records"], _take, _set_aside)
    return {"batchItemFailures": []}


def _take(record: Record) -> None:
    if record["eventName"] == "REMOVE":
        return
    verdict = room()[0].take(from_image(record["dynamodb"]["NewImage"]).read(read))
    if verdict is not None:
        name = "MessageClean" if verdict.clean else "RuleFired"
        metrics.add_metric(name, MetricUnit.Count, 1)


def _set_aside(record: Record, error: Exception) -> None:
    keys = {name: value["S"] for name, value in record["dynamodb"]["Keys"].items()}
    logger.exception("event set aside", extra=keys)
    metrics.add_metric("EventSetAside", MetricUnit.Count, 1)
    reason = f"{type(error).__name__}: {error}"[:500]
    room()[1].set_aside({**keys, "error": reason, "at": now_ms()})
