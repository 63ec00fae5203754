"""Queues: the outbox of deliveries and the dead-letter queues."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from hearth.domain import plain_json
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, Unavailable
from hearth.domain.groups import GroupRef

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import SendMessageBatchRequestEntryTypeDef

_BATCH = 10
_NEVER = ("InvalidMessageContents", "BatchRequestTooLong", "InvalidParameterValue")


class SqsOutbox:
    """The FIFO queue of orders: one message group a chat, deduplicated by the order's id."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def send(self, orders: Sequence[Order]) -> None:
        """Enqueue all or raise Unavailable; a repeat does no harm."""
        waiting = iter(orders)
        while batch := list(islice(waiting, _BATCH)):
            with translated():
                answer = self._client.send_message_batch(
                    QueueUrl=self._queue_url,
                    Entries=[_entry(place, order) for place, order in enumerate(batch)],
                )
            if answer.get("Failed"):
                raise Unavailable(f"the outbox took only part: {answer['Failed'][0]['Code']}")

    def postpone(self, receipt: str, seconds: int) -> None:
        """Let a message be seen again after ``seconds``."""
        with translated():
            self._client.change_message_visibility(
                QueueUrl=self._queue_url, ReceiptHandle=receipt, VisibilityTimeout=seconds
            )


class SqsDeadOrders:
    """Where orders go that no attempt can carry out; a FIFO queue like the outbox."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def set_aside(self, body: str, lane: str, receipt: str) -> None:
        """Keep an outbox message as it is; ``receipt`` tells it from others. Unavailable."""
        with translated():
            self._client.send_message(
                QueueUrl=self._queue_url,
                MessageBody=body,
                MessageGroupId=lane,
                MessageDeduplicationId=hashlib.sha256(receipt.encode()).hexdigest(),
            )


class SqsDeadLetters:
    """Where records go that could not be processed; shown and replayed in the console."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def set_aside(self, content: dict[str, Any]) -> None:
        """Keep one record's description. Raises Unavailable."""
        with translated():
            self._client.send_message(
                QueueUrl=self._queue_url, MessageBody=plain_json.dumps(content)
            )


def _entry(place: int, order: Order) -> "SendMessageBatchRequestEntryTypeDef":
    return {
        "Id": str(place),
        "MessageBody": order.to_json(),
        "MessageGroupId": lane(order.group),
        "MessageDeduplicationId": order.id,
    }


def lane(group: GroupRef) -> str:
    """A name for the group's order of messages; chats may have names that SQS would not take."""
    return hashlib.sha256(group.id.encode()).hexdigest()[:32]


@contextmanager
def translated() -> Iterator[None]:
    """Turn the client's errors into ours.

    Raises BadInput for a message that no repeat will make better, Unavailable otherwise.
    """
    try:
        yield
    except ClientError as error:
        code = str(error.response["Error"]["Code"]).rpartition(".")[2]
        if code in _NEVER:
            raise BadInput(f"the queue does not take this message: {code}") from error
        raise Unavailable(f"queue: {code}") from error
    except BotoCoreError as error:
        raise Unavailable(f"queue: {type(error).__name__}") from error
