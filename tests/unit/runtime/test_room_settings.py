"""A room starts with all its settings or says which are missing."""

from dataclasses import MISSING, FrozenInstanceError, fields

import pytest

from hearth.domain.errors import Misconfigured
from hearth.runtime.config import from_environment
from hearth.runtime.config.console import ConsoleConfig
from hearth.runtime.config.livecode import LivecodeConfig
from hearth.runtime.config.webhook import WebhookConfig
from tests.infra.templates import ROOMS as NAMES
from tests.support.settings import config_of

ROOMS = [config_of(name) for name in NAMES]


def _whole(room: type) -> dict[str, str]:
    return {field.name.upper(): f"value of {field.name}" for field in fields(room)}


@pytest.mark.parametrize("room", ROOMS)
def test_every_setting_comes_from_the_variable_of_its_name(room: type) -> None:
    settings = from_environment(room, {**_whole(room), "OTHER": "x"})
    for field in fields(room):
        assert getattr(settings, field.name) == f"value of {field.name}"


@pytest.mark.parametrize("room", ROOMS)
def test_every_missing_setting_is_named_at_once(room: type) -> None:
    required = [field.name.upper() for field in fields(room) if field.default is MISSING]
    with pytest.raises(Misconfigured) as missing:
        from_environment(room, {})
    assert str(missing.value) == f"not set in the environment: {', '.join(required)}"


@pytest.mark.parametrize("room", ROOMS)
def test_one_missing_setting_is_enough(room: type) -> None:
    for field in (field for field in fields(room) if field.default is MISSING):
        rest = {k: v for k, v in _whole(room).items() if k != field.name.upper()}
        with pytest.raises(Misconfigured, match=f": {field.name.upper()}$"):
            from_environment(room, rest)


def test_an_empty_setting_is_a_missing_one() -> None:
    with pytest.raises(Misconfigured, match="EVENTS_TABLE"):
        from_environment(WebhookConfig, {"EVENTS_TABLE": "", "SECRETS_PATH": "/hearth/x"})


def test_the_consoles_address_may_be_left_open() -> None:
    settings = _whole(ConsoleConfig)
    del settings["PUBLIC_URL"]
    assert from_environment(ConsoleConfig, settings).public_url == ""


def test_settings_do_not_change_while_a_room_runs() -> None:
    settings = from_environment(LivecodeConfig, _whole(LivecodeConfig))
    with pytest.raises(FrozenInstanceError):
        settings.livecodes_table = "other"
