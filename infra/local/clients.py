"""AWS clients that talk to the local cloud and to nothing else."""

from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

from infra.local.place import REGION, Place

if TYPE_CHECKING:
    from boto3.session import Session

# The root key of the local cloud. It opens nothing but a program bound to this machine's loopback.
ACCOUNT = "000000000000"
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}


def session() -> "Session":
    """Return a session that ignores the profile and the keys of the person who runs it."""
    return boto3.Session(
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
        region_name=REGION,
    )


def client(place: Place, service: str) -> Any:
    """Return a boto3 client of `service` for the local cloud of `place`."""
    config = Config(
        retries={"max_attempts": 2},
        connect_timeout=5,
        read_timeout=60,
        s3={"addressing_style": "path"},
    )
    # The service is chosen at run time, so its type is not known here.
    make: Any = session().client
    return make(service, endpoint_url=place.cloud, config=config)


def environment(place: Place) -> dict[str, str]:
    """Return the variables that point any AWS SDK at the local cloud."""
    return {
        **CREDENTIALS,
        "AWS_ENDPOINT_URL": place.cloud,
        "AWS_ANSWER_TIMEOUT_S": "30",  # a busy machine answers later than AWS
    }
