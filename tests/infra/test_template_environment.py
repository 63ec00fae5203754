"""What a function is told in its environment is what its configuration class asks for."""

from dataclasses import fields

import pytest

from hearth.runtime import config
from tests.infra.templates import ROOMS, ROOT, environment, template

FOR_POWERTOOLS = {"POWERTOOLS_SERVICE_NAME"}


@pytest.mark.parametrize("room", ROOMS)
def test_the_environment_is_the_configuration(room: str) -> None:
    wanted = {field.name.upper() for field in fields(getattr(config, f"{room.capitalize()}Config"))}
    assert set(environment(room)) - FOR_POWERTOOLS == wanted


@pytest.mark.parametrize("room", ROOMS)
def test_logs_and_metrics_carry_the_rooms_name(room: str) -> None:
    assert environment(room)["POWERTOOLS_SERVICE_NAME"] == room


def test_every_room_logs_and_counts_alike() -> None:
    shared = template(ROOT)["Globals"]["Function"]["Environment"]["Variables"]
    assert shared == {"LOG_LEVEL": {"Ref": "LogLevel"}, "POWERTOOLS_METRICS_NAMESPACE": "Hearth"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_table_or_queue_goes_to_the_variable_of_its_name(room: str) -> None:
    for variable, value in environment(room).items():
        if variable.endswith(("_TABLE", "_QUEUE_URL")):
            output = value["Fn::GetAtt"][1].rpartition(".")[2]
            assert output.lower() == variable.replace("_", "").lower()
