"""Start what the tests of this folder need, once, and stop it whatever happens."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.local.cloud import Cloud
from infra.local.place import ROOT, Place
from infra.local.ports import free_pair


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
