"""The outbox: each order carried out once; the only room that speaks to chat platforms."""

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import SqsFifoPartialProcessor, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.deliver.room import room
from hearth.domain.deliveries import Later, Order
from hearth.domain.errors import HearthError, Unavailable

_TRIES = 3
"""How often an order that meets a defect of ours is seen before it is set aside."""

logger = Logger(service="deliver")
metrics = Metrics(namespace="Hearth", service="deliver")
processor = SqsFifoPartialProcessor(skip_group_on_error=True)
processor.raise_on_entire_batch_failure = False  # a postponed order is no error of ours


class Postponed(HearthError):
    """The platform did not take it yet: the queue shows it again after the platform's delay."""


@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS batch → the messages that must come again; the others of their group wait behind."""
    return dict(process_partial_response(event, _take, processor, context))


def _take(record: SQSRecord) -> None:
    try:
        _carry(record)
    except Postponed:
        raise
    except Exception as error:
        logger.exception("order not carried out", extra={"message_id": record.message_id})
        metrics.add_metric("DeliveryError", MetricUnit.Count, 1)
        tries = int(record.attributes.approximate_receive_count)
        if isinstance(error, Unavailable) or tries < _TRIES:
            raise
        lane = record.attributes.message_group_id or record.message_id
        room()[2].set_aside(record.body, lane, record.message_id)


def _carry(record: SQSRecord) -> None:
    courier, outbox, _ = room()
    order = Order.from_json(record.body)
    outcome = courier.carry(order)
    kind = type(outcome).__name__ if outcome else "Repeat"
    metrics.add_metric(f"Delivery{kind}", MetricUnit.Count, 1)
    if isinstance(outcome, Later):
        outbox.postpone(record.receipt_handle, outcome.seconds)
        raise Postponed(f"delivery {order.id}: again in {outcome.seconds} s, {outcome.reason}")
