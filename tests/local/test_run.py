"""`make run`: does it start, stop, keep the data, take up changes, and fail in one clear line?"""

import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from infra.local.place import CLOUD_PYTHON, ROOT, Place
from infra.local.ports import LOOPBACK, free_pair, is_free
from tests.local.suite import Suite

ANOTHER_LOOPBACK = "127.0.0.2"  # reached by whoever listens on all interfaces, and by nobody else


def run(port: object, state: Path, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run it where it must refuse to start."""
    words = ["-m", "infra.local.run", "--port", str(port), "--state", str(state)]
    return subprocess.run(
        [str(CLOUD_PYTHON), *words],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def only_line(refused: subprocess.CompletedProcess[str]) -> str:
    """Return the one line that a refused start prints."""
    assert refused.returncode == 1
    lines = (refused.stdout + refused.stderr).splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize("offset", [0, 1], ids=["console", "simulator"])
def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path, offset: int) -> None:
    port = free_pair()
    with socket.create_server((LOOPBACK, port + offset)):
        line = only_line(run(port, tmp_path))

    assert line.startswith(f"hearth: port {port + offset} is taken")
    assert f"make run PORT={port + 1000}" in line


@pytest.mark.parametrize("port", ["eighty", "80", "65535", "-1"])
def test_a_port_that_cannot_be_one_is_refused(tmp_path: Path, port: str) -> None:
    line = only_line(run(f"{port}", tmp_path))

    assert line == f"hearth: PORT is '{port}'; it must be a number from 1024 to 65534"


def test_a_second_suite_on_the_same_data_is_refused(suite: Suite) -> None:
    line = only_line(run(free_pair(), suite.place.state))

    assert line == f"hearth: Hearth already runs here, at {suite.base_url}/console; stop it first"


@pytest.mark.allow_hosts([ANOTHER_LOOPBACK])
def test_it_listens_on_loopback_only(suite: Suite) -> None:
    for port in (suite.place.port, suite.place.simulator_port):
        with socket.socket() as caller:
            assert caller.connect_ex((ANOTHER_LOOPBACK, port)) != 0
        assert not is_free(port)


def test_it_prints_where_everything_is(suite: Suite) -> None:
    text = suite.restart()

    assert f"{suite.base_url}/console" in text
    assert f"{suite.base_url}/console/login#" in text
    assert f"{suite.simulator_url}/calls" in text


def test_data_survives_a_stop(suite: Suite) -> None:
    table = suite.settings("WebhookFunction")["EVENTS_TABLE"]
    key = {"group": {"S": "onebot:1:2"}, "key": {"S": "0000000000001#kept"}}
    suite.client("dynamodb").put_item(TableName=table, Item=key)
    suite.client("ssm").put_parameter(Name="/hearth/kept", Value="s", Type="SecureString")

    assert suite.stop() == 0
    assert is_free(suite.place.port)
    suite.start()

    assert suite.client("dynamodb").get_item(TableName=table, Key=key)["Item"] == key
    secret = suite.client("ssm").get_parameter(Name="/hearth/kept", WithDecryption=True)
    assert secret["Parameter"]["Value"] == "s"


def test_the_lock_of_a_killed_suite_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("http://127.0.0.1:1/console")
    port = free_pair()

    with socket.create_server((LOOPBACK, port)):
        assert "is taken" in only_line(run(port, tmp_path))


def test_nothing_runs_on_after_a_start_that_failed(tmp_path: Path, workshop: Path) -> None:
    place = Place(free_pair(), tmp_path / "state")
    (workshop / "functions" / "engage" / "app.py").unlink()

    line = only_line(run(place.port, place.state, workshop))

    assert line.startswith("hearth: building EngageFunction failed: ")
    assert "functions/engage/app.py is missing" in line
    assert is_free(place.port)
    assert is_free(place.simulator_port)


def test_a_killed_suite_leaves_nothing_running_and_its_data(suite: Suite) -> None:
    suite.client("ssm").put_parameter(Name="/hearth/killed", Value="s", Type="String")

    suite.kill()
    until(lambda: is_free(suite.place.port) and is_free(suite.place.simulator_port))
    suite.start()

    kept = suite.client("ssm").get_parameter(Name="/hearth/killed")
    assert kept["Parameter"]["Value"] == "s"


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not so within {seconds} s"
        time.sleep(0.1)
