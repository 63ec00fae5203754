"""What unit tests share: how Hypothesis works here, and a server in AWS's place."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.unit.runtime.loopback import Loopback

settings.register_profile("hearth", deadline=None)  # the machines that run this are shared
settings.load_profile("hearth")

_NAMES = ("AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SSM")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server that answers as planned."""
    loopback = Loopback()
    yield loopback
    loopback.close()


@pytest.fixture
def aws_environment(monkeypatch: pytest.MonkeyPatch, server: Loopback) -> pytest.MonkeyPatch:
    """AWS's variables point to the loopback server."""
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
    return monkeypatch


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Pauses between attempts, taken down instead of waited for."""
    taken: list[float] = []
    monkeypatch.setattr("hearth.runtime.aws_json.time.sleep", taken.append)
    return taken
