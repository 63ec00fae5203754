"""What is wrong with a room's settings shows when it starts, not when somebody calls."""

from contextlib import ExitStack

import pytest

from tests.conftest import Aws
from tests.infra.templates import ROOMS
from tests.runtime.room import settings_of, started
from tests.runtime.runtime_api import Outcome

_ENDED_S = 30


def _without_first(settings: dict[str, str]) -> tuple[str, dict[str, str]]:
    missing, *others = settings
    return missing, {name: settings[name] for name in others}


@pytest.fixture(scope="module")
def failed(aws: Aws) -> dict[str, tuple[str, Outcome]]:
    """The setting that each room lacked and what it posted; all started at once."""
    lacking = {name: _without_first(settings_of(name)) for name in ROOMS}
    with ExitStack() as stack:
        rooms = {
            name: stack.enter_context(started(name, settings))
            for name, (_, settings) in lacking.items()
        }
        outcomes = {name: room.outcome() for name, room in rooms.items()}
        assert all(room.process.wait(_ENDED_S) for room in rooms.values())
    return {name: (lacking[name][0], outcomes[name]) for name in ROOMS}


@pytest.mark.parametrize("name", ROOMS)
def test_a_missing_setting_stops_a_room_at_its_start(
    failed: dict[str, tuple[str, Outcome]], name: str
) -> None:
    missing, outcome = failed[name]
    assert outcome.kind == "init/error"
    assert outcome.content["errorType"] == "Misconfigured"
    assert outcome.content["errorMessage"] == f"not set in the environment: {missing}"
