"""AWS clients, each made once a warm environment, from one botocore session.

boto3 would add its resource layer to every cold start and give these rooms nothing.
"""

from functools import cache
from typing import TYPE_CHECKING, cast

import botocore.session
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_dynamodbstreams import DynamoDBStreamsClient
    from mypy_boto3_sqs import SQSClient

_CONFIG = Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard"})


@cache
def sqs() -> "SQSClient":
    """Simple Queue Service."""
    session = botocore.session.get_session()
    return cast("SQSClient", session.create_client("sqs", config=_CONFIG))


@cache
def streams() -> "DynamoDBStreamsClient":
    """DynamoDB Streams."""
    session = botocore.session.get_session()
    client = session.create_client("dynamodbstreams", config=_CONFIG)
    return cast("DynamoDBStreamsClient", client)
