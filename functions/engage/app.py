"""The minute tick: due posts are handed to the outbox."""

import os
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from hearth.outbound.sqs import SqsOutbox
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.engage import EngageConfig
from hearth.runtime.start import once
from hearth.store.posts import Posts
from hearth.usecases.publish import publish_due

logger = Logger(service="engage")
metrics = Metrics(namespace="Hearth", service="engage")


@once
def room() -> tuple[Posts, SqsOutbox]:
    config = from_environment(EngageConfig, os.environ)
    return Posts(config.posts_table), SqsOutbox(sqs(), config.outbox_queue_url)


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Schedule event → how many posts were handed over; raises Unavailable to come again."""
    metrics.add_metric("Tick", MetricUnit.Count, 1)
    posts, outbox = room()
    published = publish_due(posts, outbox, now_ms)
    metrics.add_metric("PostPublished", MetricUnit.Count, published)
    logger.info("tick", extra={"published": published})
    return {"published": published}
