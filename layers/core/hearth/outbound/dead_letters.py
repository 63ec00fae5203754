"""Dead-letter queues looked into without losing anything, and the outbox fed again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hearth.domain.deadletters import Letter
from hearth.domain.deliveries import Order
from hearth.outbound.sqs import lane, translated

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import MessageTypeDef

_BATCH = 10
_HELD_S = 60


class SqsDeadQueue:
    """One dead-letter queue."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def count(self) -> int:
        """About how many letters there are. Raises Unavailable."""
        with translated():
            found = self._client.get_queue_attributes(
                QueueUrl=self._queue_url,
                AttributeNames=[
                    "ApproximateNumberOfMessages",
                    "ApproximateNumberOfMessagesNotVisible",
                ],
            )
        return sum(int(number) for number in found["Attributes"].values())

    def hold(self, most: int) -> list[Letter]:
        """Up to ``most`` letters, hidden from others for a minute. Raises Unavailable."""
        held: dict[str, Letter] = {}
        there = min(most, self.count())
        while len(held) < there:
            found = self._receive(min(_BATCH, there - len(held)))
            fresh = [letter for letter in found if letter.id not in held]
            held.update({letter.id: letter for letter in fresh})
            if not fresh:
                break
        return list(held.values())

    def release(self, letters: Sequence[Letter]) -> None:
        """Let others see them again."""
        for start in range(0, len(letters), _BATCH):
            batch = letters[start : start + _BATCH]
            with translated():
                self._client.change_message_visibility_batch(
                    QueueUrl=self._queue_url,
                    Entries=[
                        {"Id": str(place), "ReceiptHandle": one.receipt, "VisibilityTimeout": 0}
                        for place, one in enumerate(batch)
                    ],
                )

    def remove(self, letter: Letter) -> None:
        """Take it out for good."""
        with translated():
            self._client.delete_message(QueueUrl=self._queue_url, ReceiptHandle=letter.receipt)

    def _receive(self, most: int) -> list[Letter]:
        with translated():
            found = self._client.receive_message(
                QueueUrl=self._queue_url,
                MaxNumberOfMessages=most,
                MessageSystemAttributeNames=["SentTimestamp"],
                VisibilityTimeout=_HELD_S,
                WaitTimeSeconds=1,
            )
        return [_letter(message) for message in found.get("Messages", [])]


class SqsResender:
    """Puts an order back into the outbox, which would drop it as a repeat otherwise."""

    def __init__(self, client: "SQSClient", queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def resend(self, order: Order, nonce: str) -> None:
        """Enqueue once more. Raises Unavailable."""
        with translated():
            self._client.send_message(
                QueueUrl=self._queue_url,
                MessageBody=order.to_json(),
                MessageGroupId=lane(order.group),
                MessageDeduplicationId=f"{order.id}-{nonce}",
            )


def _letter(message: "MessageTypeDef") -> Letter:
    since = int(message.get("Attributes", {}).get("SentTimestamp", "0"))
    return Letter(message["MessageId"], message["Body"], since, message["ReceiptHandle"])
