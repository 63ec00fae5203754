"""What a function is told in its environment is what its configuration class asks for."""

import pytest

from tests.infra.templates import ROOMS, ROOT, environment, template
from tests.support.settings import settings_names

FOR_POWERTOOLS = {"POWERTOOLS_SERVICE_NAME"}


@pytest.mark.parametrize("room", ROOMS)
def test_the_environment_is_the_configuration(room: str) -> None:
    assert set(environment(room)) - FOR_POWERTOOLS == set(settings_names(room))


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
