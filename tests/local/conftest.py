"""Start what the tests of this folder need, once, and stop it whatever happens."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.local.cloud import Cloud
from infra.local.place import ROOT, Place
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


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[Cloud]:
    """An empty local cloud without the suite."""
    with Cloud(Place(free_pair(), tmp_path)) as cloud:
        yield cloud


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of what is deployed, to be changed by a test."""
    copy = tmp_path / "workshop"
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in ("functions", "layers", "infra"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    shutil.copy(ROOT / "template.yaml", copy)
    for shared in (".venv-cloud", ".build"):
        (copy / shared).symlink_to(ROOT / shared)
    return copy


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
