"""What several kinds of tests share: a local cloud with the tables and queues of the templates."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from hearth.store.connection import room_connection
from infra.local.clients import ACCOUNT, client, environment
from infra.local.cloud import Cloud
from infra.local.place import ROOT, Place
from infra.local.ports import free_pair
from tests.support.counting import CountingProxy
from tests.support.running import community, desk, suite

__all__ = ["community", "desk", "suite"]

_WHOLE = {"local", "browser"}
"""Folders of tests that need the whole suite."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process take all tests of the whole suite, from the start, and others the rest."""
    for item in items:
        whole = _WHOLE & set(item.path.parts)
        item.add_marker(pytest.mark.xdist_group("suite" if whole else str(item.path)))
    items.sort(key=lambda item: not _WHOLE & set(item.path.parts))


_SETTINGS = {
    "SECRETS_PATH": "/hearth/test",
    "LIVECODE_LOG_GROUP": "/aws/lambda/test-livecode",
    "PUBLIC_URL": "https://hearth.example",
}


@dataclass(frozen=True)
class Aws:
    """The tables and queues by their names in the environment, and what was asked of them."""

    names: dict[str, str]
    proxy: CountingProxy


@pytest.fixture(scope="session")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aws]:
    """Tables and queues of ``infra/`` and a log, by AWS's own environment variables."""
    place = Place(free_pair(), tmp_path_factory.mktemp("cloud"))
    with Cloud(place):
        names = _create(place)
        proxy = CountingProxy(place.port)
        before = dict(os.environ)
        os.environ.update(environment(place), AWS_ENDPOINT_URL=proxy.url, **names, **_SETTINGS)
        yield Aws(names, proxy)
        room_connection().client.close()
        os.environ.clear()
        os.environ.update(before)
        proxy.close()


def _create(place: Place) -> dict[str, str]:
    tables = _outputs(place, "tables", {"Prefix": "test"}, "Table")
    rule = f"arn:aws:events:us-east-1:{ACCOUNT}:rule/test"
    parts = {"Prefix": "test", "RuleArn": rule}
    client(place, "logs").create_log_group(logGroupName=_SETTINGS["LIVECODE_LOG_GROUP"])
    return tables | _outputs(place, "queues", parts, "QueueUrl", "TopicArn")


def _outputs(place: Place, name: str, parameters: dict[str, str], *endings: str) -> dict[str, str]:
    """Deploy one nested template by itself; ``EVENTS_TABLE`` → the table's name, and so on."""
    formation = client(place, "cloudformation")
    formation.create_stack(
        StackName=name,
        TemplateBody=(ROOT / "infra" / f"{name}.yaml").read_text(),
        Parameters=[
            {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
        ],
    )
    waiter = formation.get_waiter("stack_create_complete")
    waiter.wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    outputs = formation.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]
    wanted = [output for output in outputs if output["OutputKey"].endswith(endings)]
    return {_variable(output["OutputKey"]): output["OutputValue"] for output in wanted}


def _variable(output: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", output).upper()
