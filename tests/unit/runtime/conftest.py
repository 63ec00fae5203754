"""What tests of the runtime share: a Parameter Store of toys and a time to be moved."""

import json

import pytest

from tests.unit.runtime.toy_ssm import ToySsm


@pytest.fixture
def now() -> list[float]:
    """The time in seconds, to be moved."""
    return [1000.0]


@pytest.fixture
def ssm() -> ToySsm:
    """A Parameter Store with a key and an account."""
    secrets = json.dumps({"secret": "s3cret", "port": 5700})
    return ToySsm({"/hearth/test/key": "k1", "/hearth/test/accounts/onebot/main": secrets})
