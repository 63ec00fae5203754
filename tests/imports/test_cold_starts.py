"""What a room loads when it starts: counted in modules, not in seconds."""

import pytest

from tests.imports.children import ROOMS, loaded_by, packages

_LOGGING = {"aws_lambda_powertools", "botocore", "jmespath", "typing_extensions"}
_TABLES = _LOGGING | {"pynamodb", "urllib3", "certifi", "dateutil", "six"}

ALLOWED = {
    "livecode": set(),
    "webhook": _LOGGING,
    "rules": _TABLES,
    "engage": _TABLES,
    "vitality": _TABLES,
    "deliver": _TABLES | {"requests", "charset_normalizer", "idna", "simplejson"},
    "console": _TABLES
    | {"pydantic", "pydantic_core", "annotated_types", "typing_inspection"}
    | {"itsdangerous"},
}
"""Packages that a cold start may load. ``simplejson`` is there in development only."""

_NOT_IN_A_HOT_ROOM = ("logging", "asyncio", "decimal", "xml", "concurrent", "multiprocessing")
_OF_OTHER_ROOMS = (
    "hearth.domain.actions",
    "hearth.domain.deliveries",
    "hearth.runtime.config.console",
)

DENIED = {
    "livecode": (
        *_NOT_IN_A_HOT_ROOM,
        *_OF_OTHER_ROOMS,
        "unittest",
        "urllib.request",
        "hearth.platforms",
        "hearth.landing.frame",
        "hearth.landing.words.en",
        "hearth.domain.contacts",
        "hearth.domain.guides",
        "hearth.domain.invitations",
        "hearth.domain.waiting",
    ),
    "webhook": (
        *_OF_OTHER_ROOMS,
        "botocore.session",
        "botocore.client",
        "urllib3",
        "xml",
        "decimal",
        "zoneinfo",
    ),
    "rules": ("pydantic", "requests", "cryptography", "defusedxml", "zoneinfo"),
    "engage": ("pydantic", "requests", "cryptography", "hearth.platforms"),
    "vitality": (
        "pydantic",
        "requests",
        "cryptography",
        "defusedxml",
        "asyncio",
        "hearth.platforms",
        "hearth.drawing",
        "hearth.domain.rules",
    ),
    "deliver": ("pydantic", "cryptography", "defusedxml", "hearth.domain.rules"),
    "console": ("requests", "cryptography", "defusedxml", "functions.console.document"),
}
"""Modules that a cold start must not load, with everything below them."""

_NOWHERE = (
    "boto3",
    "PIL",
    "reportlab",
    "segno",
    "zxingcpp",
    "aws_xray_sdk",
    "aws_lambda_powertools.utilities.parser",
    "aws_lambda_powertools.utilities.idempotency",
    "aws_lambda_powertools.utilities.validation",
    "aws_lambda_powertools.utilities.parameters",
)


def _below(modules: frozenset[str], name: str) -> list[str]:
    return sorted(m for m in modules if m == name or m.startswith(f"{name}."))


def test_every_room_is_in_the_table() -> None:
    assert set(ROOMS) == set(ALLOWED) == set(DENIED)


@pytest.mark.parametrize("room", ROOMS)
def test_a_cold_start_loads_no_package_beyond_those_allowed(room: str) -> None:
    assert packages(loaded_by(room)) - {"functions", "hearth"} <= ALLOWED[room]


@pytest.mark.parametrize("room", ROOMS)
def test_a_cold_start_does_not_load_what_its_room_does_not_need(room: str) -> None:
    found = [module for name in DENIED[room] for module in _below(loaded_by(room), name)]
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_what_costs_most_is_loaded_nowhere(room: str) -> None:
    found = [module for name in _NOWHERE for module in _below(loaded_by(room), name)]
    assert found == []


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "console"])
def test_only_the_console_resolves_routes_and_validates(room: str) -> None:
    for name in ("aws_lambda_powertools.event_handler", "pydantic"):
        assert _below(loaded_by(room), name) == []


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "deliver"])
def test_only_the_room_that_delivers_takes_queue_batches_apart(room: str) -> None:
    assert _below(loaded_by(room), "aws_lambda_powertools.utilities.batch") == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_loads_no_other_room(room: str) -> None:
    rooms = {module.split(".")[1] for module in _below(loaded_by(room), "functions")[1:]}
    assert rooms == {room}


def test_of_botocore_the_webhook_loads_the_name_alone() -> None:
    assert _below(loaded_by("webhook"), "botocore") in ([], ["botocore"])
