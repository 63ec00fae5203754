"""The whole suite, its operator and a community: started once for all tests that need them."""

from collections.abc import Iterator

import pytest

from infra.local.place import Place
from infra.local.ports import free_pair
from tests.local.community import Community, founded
from tests.local.desk import Desk
from tests.local.suite import Suite


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Suite]:
    """The whole suite: template.yaml on a local cloud, the platform simulator beside it."""
    running = Suite(Place(free_pair(), tmp_path_factory.mktemp("suite")))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def desk(suite: Suite) -> Iterator[Desk]:
    """An operator at work on the suite."""
    desk = Desk(suite)
    yield desk
    desk.close()


@pytest.fixture
def community(suite: Suite, desk: Desk) -> Community:
    """A community of the test's own."""
    return founded(suite, desk)
