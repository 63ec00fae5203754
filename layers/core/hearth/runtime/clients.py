"""AWS clients, each made once a warm environment, from one botocore session.

boto3 would add its resource layer to every cold start and give these rooms nothing. A session of
its own for each client would read botocore's descriptions of AWS again, 50 ms of CPU each time.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from botocore.config import Config
from botocore.session import Session, get_session

if TYPE_CHECKING:
    from mypy_boto3_dynamodbstreams import DynamoDBStreamsClient
    from mypy_boto3_sqs import SQSClient

_CONFIG = Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard"})


@cache
def session() -> Session:
    """The session that every client comes from, those of the tables too."""
    return get_session()


@cache
def sqs() -> "SQSClient":
    """Simple Queue Service."""
    return cast("SQSClient", session().create_client("sqs", config=_CONFIG))


@cache
def sns() -> Any:
    """Simple Notification Service; what is used of it is described where it is used."""
    return session().create_client("sns", config=_CONFIG)


@cache
def logs() -> Any:
    """CloudWatch Logs; what is used of it is described where it is used."""
    return session().create_client("logs", config=_CONFIG)


@cache
def streams() -> "DynamoDBStreamsClient":
    """DynamoDB Streams."""
    client = session().create_client("dynamodbstreams", config=_CONFIG)
    return cast("DynamoDBStreamsClient", client)
