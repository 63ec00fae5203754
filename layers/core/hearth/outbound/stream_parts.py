"""Parts of the events' stream read back through DynamoDB Streams."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from hearth.domain.deadletters import LostPart
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.groups import GroupRef

if TYPE_CHECKING:
    from mypy_boto3_dynamodbstreams import DynamoDBStreamsClient

_MOST_CALLS = 20
_GONE = ("TrimmedDataAccessException", "ResourceNotFoundException", "ExpiredIteratorException")


class DynamoStreamParts:
    """Reads what a letter names only by shard and sequence numbers."""

    def __init__(self, client: "DynamoDBStreamsClient") -> None:
        self._client = client

    def places(self, part: LostPart) -> list[tuple[GroupRef, str]]:
        """Group and key of the part's events, in order.

        Raises NotFound when the stream has forgotten them (it keeps 24 hours), Unavailable.
        """
        with _translated():
            records = [dict(record) for record in self._records(part)]
        keys = [record["dynamodb"]["Keys"] for record in records]
        return [(GroupRef.parse(key["group"]["S"]), key["key"]["S"]) for key in keys]

    def _records(self, part: LostPart) -> Iterator[Mapping[str, Any]]:
        iterator: str | None = self._client.get_shard_iterator(
            StreamArn=part.stream,
            ShardId=part.shard,
            ShardIteratorType="AT_SEQUENCE_NUMBER",
            SequenceNumber=part.first,
        )["ShardIterator"]
        for _ in range(_MOST_CALLS):
            if not iterator:
                return
            found = self._client.get_records(ShardIterator=iterator, Limit=1000)
            for record in found["Records"]:
                if int(record["dynamodb"]["SequenceNumber"]) > int(part.last):
                    return
                yield record
                if record["dynamodb"]["SequenceNumber"] == part.last:
                    return
            iterator = found.get("NextShardIterator")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in _GONE:
            raise NotFound("the stream has forgotten these events: it keeps 24 hours") from error
        raise Unavailable(f"stream: {code}") from error
    except BotoCoreError as error:
        raise Unavailable(f"stream: {type(error).__name__}") from error
