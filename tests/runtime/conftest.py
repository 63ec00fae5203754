"""Rooms that run under AWS's runtime client, started when first asked for."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import boto3
import pytest

from tests.conftest import Aws
from tests.functions.conftest import platforms
from tests.runtime.room import SECRETS_PATH, Room, settings_of, started

__all__ = ["platforms"]

Start = Callable[[str], Room]
Keep = Callable[[str, object], None]


@pytest.fixture(scope="session")
def running(aws: Aws) -> Iterator[Start]:
    """One warm process a room, shared by the tests."""
    rooms: dict[str, Room] = {}
    with ExitStack() as stack:

        def start(name: str) -> Room:
            if name not in rooms:
                rooms[name] = stack.enter_context(started(name, settings_of(name)))
            return rooms[name]

        yield start


@pytest.fixture
def keep(aws: Aws) -> Keep:
    """Store a secret where the rooms read theirs."""
    ssm = boto3.client("ssm")

    def put(name: str, value: object) -> None:
        text = value if isinstance(value, str) else json.dumps(value)
        ssm.put_parameter(
            Name=f"{SECRETS_PATH}/{name}", Value=text, Type="SecureString", Overwrite=True
        )

    return put
