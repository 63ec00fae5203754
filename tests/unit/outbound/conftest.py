"""What tests of calls share."""

from collections.abc import Iterator

import pytest

from hearth.outbound.http import HttpCaller


@pytest.fixture
def call() -> Iterator[HttpCaller]:
    """A caller whose connections are let go afterwards."""
    caller = HttpCaller()
    yield caller
    caller._session.close()
