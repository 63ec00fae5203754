"""The command that lets the first owner in."""

import os

import pytest

from infra.login_link import main
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique


def test_the_command_prints_a_path_that_lets_in_once(
    room: Aws, stranger: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    name = unique()
    assert main(["--name", name]) == 0
    path = capsys.readouterr().out.strip()
    start, _, token = path.partition("#")
    assert start == "/console/login"
    stranger.log_in(token)
    assert stranger.ask("GET", "/api/session").json["role"] == "owner"
    assert main(["--name", name, "--role", "viewer"]) == 0
    again = capsys.readouterr().out.strip().partition("#")[2]
    assert Client(stranger.address).log_in(again).ask("GET", "/api/session").json["role"] == "owner"


def test_a_missing_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(os.environ):
        if name.endswith("_TABLE"):
            monkeypatch.delenv(name)
    assert main([]) == 1
    assert "OPERATORS_TABLE" in capsys.readouterr().err


def test_an_impossible_name_is_told(room: Aws, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--name", "a b"]) == 1
    assert "a name has" in capsys.readouterr().err
