"""What tests of rooms share: secrets and a platform simulator."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import boto3
import pytest

from infra.local.ports import free_pair
from infra.local.simulator.server import Simulator
from tests.conftest import Aws


@dataclass(frozen=True)
class Platforms:
    """The chat platforms' own side: where it is and what it was asked."""

    url: str
    simulator: Simulator

    def calls(self, account: str) -> list[str]:
        """Names of the methods called for an account, in order."""
        return [
            call["method"] for call in self.simulator.world.record.matching({"account": account})
        ]


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    """A running simulator."""
    port = free_pair()
    with Simulator(port) as simulator:
        yield Platforms(f"http://127.0.0.1:{port}", simulator)


@pytest.fixture
def keep_secret(aws: Aws) -> Callable[[str, object], None]:
    """Store a secret below the path that the rooms read."""
    ssm, path = boto3.client("ssm"), os.environ["SECRETS_PATH"]

    def keep(name: str, value: object) -> None:
        text = value if isinstance(value, str) else json.dumps(value)
        ssm.put_parameter(Name=f"{path}/{name}", Value=text, Type="SecureString", Overwrite=True)

    return keep
