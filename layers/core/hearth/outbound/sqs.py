"""Queues: the outbox of deliveries and the dead-letter queues."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from hearth.domain.deliveries import Order
from hearth.domain.errors import Unavailable
from hearth.domain.groups import GroupRef

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import SendMessageBatchRequestEntryTypeDef

_BATCH = 10


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


class SqsDeadLetters:
    """Where records go that could not be processed; shown and replayed in the console."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def set_aside(self, content: dict[str, Any]) -> None:
        """Keep one record's description. Raises Unavailable."""
        with translated():
            self._client.send_message(
                QueueUrl=self._queue_url, MessageBody=json.dumps(content, ensure_ascii=False)
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
    """Turn the client's errors into Unavailable."""
    try:
        yield
    except ClientError as error:
        raise Unavailable(f"queue: {error.response['Error']['Code']}") from error
    except BotoCoreError as error:
        raise Unavailable(f"queue: {type(error).__name__}") from error
