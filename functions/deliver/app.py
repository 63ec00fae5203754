"""The outbox: each order carried out once; the only room that speaks to chat platforms."""

import os
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import SqsFifoPartialProcessor, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from hearth.domain.deliveries import Later, Order
from hearth.domain.errors import HearthError
from hearth.outbound.http import HttpCaller
from hearth.outbound.sqs import SqsOutbox
from hearth.platforms import outbound
from hearth.runtime.aws_json import ssm
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.deliver import DeliverConfig
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.store.deliveries import Deliveries
from hearth.usecases.deliver import Courier

logger = Logger(service="deliver")
metrics = Metrics(namespace="Hearth", service="deliver")
processor = SqsFifoPartialProcessor(skip_group_on_error=True)
processor.raise_on_entire_batch_failure = False  # a postponed order is no error of ours


class Postponed(HearthError):
    """The platform did not take it yet: the queue shows it again after the platform's delay."""


@once
def room() -> tuple[Courier, SqsOutbox]:
    config = from_environment(DeliverConfig, os.environ)
    secrets = ParameterStore(config.secrets_path, ssm())
    deliveries = Deliveries(config.deliveries_table)
    courier = Courier(deliveries, outbound, secrets, HttpCaller(), now_ms)
    return courier, SqsOutbox(sqs(), config.outbox_queue_url)


@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS batch → the messages that must come again; the others of their group wait behind."""
    response = process_partial_response(event, _carry, processor, context)
    return dict(response)


def _carry(record: SQSRecord) -> None:
    courier, outbox = room()
    order = Order.from_json(record.body)
    outcome = courier.carry(order)
    kind = type(outcome).__name__ if outcome else "Repeat"
    metrics.add_metric(f"Delivery{kind}", MetricUnit.Count, 1)
    if isinstance(outcome, Later):
        outbox.postpone(record.receipt_handle, outcome.seconds)
        raise Postponed(f"delivery {order.id}: again in {outcome.seconds} s, {outcome.reason}")
