"""What every answer carries, and what an error says and does not say."""

import json
import logging
import secrets
from pathlib import Path
from typing import Any

import pytest

from functions.console import app
from functions.console.interface import document
from infra.openapi import FILE
from infra.openapi import main as openapi
from tests.conftest import Aws
from tests.support.console_room import Client, Context

TEA = {"name": "茶", "language": "zh", "time_zone": "Asia/Shanghai"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/", "no-store"),
        ("/console", None),
        ("/console/missing.js", "no-store"),
        ("/elsewhere", "no-store"),
        ("/api/session", "no-store"),
        ("/api/nothing", "no-store"),
        ("/api/openapi.json", "no-store"),
    ],
)
def test_every_answer_is_protected(stranger: Client, path: str, caching: str | None) -> None:
    headers = stranger.ask("GET", path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["strict-transport-security"].startswith("max-age=")
    assert headers.get("cache-control") == caching or caching is None


def test_on_this_machine_https_is_not_demanded(stranger: Client) -> None:
    local: dict[str, str | None] = {"host": "127.0.0.1:8787", "x-forwarded-proto": None}
    assert "strict-transport-security" not in stranger.ask("GET", "/", headers=local).headers


def test_the_document_is_open_to_all_and_up_to_date(stranger: Client) -> None:
    answer = stranger.ask("GET", "/api/openapi.json")
    assert answer.status == 200 and answer.json["openapi"].startswith("3.")
    assert FILE.read_text(encoding="utf-8") == answer.body, "run make openapi and commit it"
    assert openapi(["--check"]) == 0


def test_a_document_that_differs_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "openapi.json"
    monkeypatch.setattr("infra.openapi.FILE", file)
    assert openapi(["--check"]) == 1 and "make openapi" in capsys.readouterr().err
    assert openapi([]) == 0 and openapi(["--check"]) == 0
    file.write_text(document().replace("Hearth", "Other"), encoding="utf-8")
    assert openapi(["--check"]) == 1


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("", 422),
        ("{", 400),
        ("nonsense", 400),
        ('{"name": NaN}', 400),
        ('"\\ud800"', 400),
        ("[" * 100_000, 400),
        ('{"a":' * 5000 + "1" + "}" * 5000, 400),
        ("null", 422),
        ("[]", 422),
        ('"text"', 422),
        ("x" * 1_000_001, 413),
        ('{"name": "' + "é" * 500_000 + '"}', 413),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_body_that_cannot_be_read_is_refused(operator: Client, raw: str, status: int) -> None:
    answer = operator.ask("POST", "/api/communities", raw=raw)
    assert answer.status == status, answer.body[:300]
    assert answer.json["error"]["message"]


def test_a_body_in_base64_is_read_and_bounded(operator: Client) -> None:
    import base64

    def ask(content: bytes) -> Any:
        event = operator.event("POST", "/api/communities", None, {}, "", {})
        event |= {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}
        return app.handler(event, Context())  # type: ignore[arg-type]

    assert ask(json.dumps(TEA).encode())["statusCode"] == 201
    assert ask(b"\xff\xfe")["statusCode"] == 400
    assert ask(b"x" * 1_000_001)["statusCode"] == 413
    event = operator.event("POST", "/api/communities", None, {}, "%%%", {})
    event["isBase64Encoded"] = True
    assert app.handler(event, Context())["statusCode"] == 400  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", None]
)
def test_a_form_is_not_json(operator: Client, kind: str | None) -> None:
    answer = operator.ask("POST", "/api/communities", TEA, {"content-type": kind})
    assert (answer.status, "application/json" in answer.body) == (400, True)


def test_wrong_fields_are_named_and_never_repeated(stranger: Client) -> None:
    answer = stranger.ask("POST", "/api/session", {"name": 7, "password": ["hunter2"], "x": 1})
    assert (answer.status, answer.code) == (422, "bad_input")
    fields = {field["field"] for field in answer.json["error"]["fields"]}
    assert fields == {"name", "password", "x"} and "hunter2" not in answer.body


def test_a_defect_is_logged_and_not_shown(
    operator: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("inside /var/task/secret.py")

    monkeypatch.setattr("hearth.store.communities.Communities.page", broken)
    answer = operator.ask("GET", "/api/communities")
    assert (answer.status, answer.code) == (500, "unexpected")
    assert Context().aws_request_id in answer.body
    assert "secret.py" not in answer.body and "Traceback" not in answer.body
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_that_breaks_its_own_shape_is_a_defect(
    operator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("functions.console.api.communities._view", lambda _: {"wrong": 1})
    monkeypatch.setattr("hearth.store.communities.Communities.get", lambda *_: None)
    answer = operator.ask("GET", "/api/communities/abc")
    assert (answer.status, answer.code) == (500, "unexpected") and "wrong" not in answer.body


def test_a_defect_before_the_operations_is_answered_too(
    stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("functions.console.interface.admit", broken)
    answer = stranger.ask("GET", "/api/session")
    assert (answer.status, answer.code) == (500, "unexpected") and "inside" not in answer.body


def test_a_table_that_does_not_answer_is_told_and_nothing_is_changed(
    operator: Client, room: Aws, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearth.store.audit.AuditItem.Meta.table_name", "no-such-table")
    key = f"c{secrets.token_hex(4)}"
    answer = operator.ask("POST", "/api/communities", TEA | {"community": key})
    assert (answer.status, answer.code) == (503, "unavailable")
    assert operator.ask("GET", f"/api/communities/{key}").status == 404


def test_no_secret_reaches_the_log(
    stranger: Client,
    owner: Client,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG, logger="hearth")
    stranger.ask("POST", "/api/session", {"name": "ann", "password": "hunter2-hunter2"})
    stranger.ask("POST", "/api/session/link", {"token": "hunter2-token"})
    made = owner.ask("POST", "/api/tokens", {"name": "importer", "role": "viewer"}).json["secret"]
    written = caplog.text + "".join(capsys.readouterr())
    assert "hunter2" not in written and made not in written
    assert owner.cookies["__Host-hearth-session"] not in written
