"""Who comes in: nobody without a session or token, and nobody further than his role."""

import json
import re
from typing import Any

import pytest

from functions.console.door import OPEN
from functions.console.interface import document
from tests.support.console_room import HOST, Client

OPERATIONS = [
    (method.upper(), path)
    for path, operations in json.loads(document())["paths"].items()
    for method in operations
]
GUARDED = [operation for operation in OPERATIONS if operation not in OPEN]
CHANGES = [operation for operation in GUARDED if operation[0] != "GET"]
BY_EVERYBODY = {("DELETE", "/api/session"), ("POST", "/api/session/password")}

FOR_OWNERS: list[tuple[str, str, Any]] = [
    ("GET", "/api/operators", None),
    ("POST", "/api/operators", {"name": "eve", "role": "owner"}),
    ("PATCH", "/api/operators/eve", {"role": "owner"}),
    ("POST", "/api/operators/eve/link", {}),
    ("GET", "/api/tokens", None),
    ("POST", "/api/tokens", {"name": "eve", "role": "owner"}),
    ("DELETE", "/api/tokens/abc", None),
    (
        "POST",
        "/api/accounts",
        {"platform": "onebot", "account": "eve", "name": "e", "secrets": {"secret": "x"}},
    ),
    ("PATCH", "/api/accounts/onebot/eve", {"secrets": {"secret": "x"}}),
    ("DELETE", "/api/accounts/onebot/eve", None),
]


def _address(path: str) -> str:
    return re.sub(r"\{\w+\}", "abc", path)


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_nobody_comes_in_without_session_or_token(stranger: Client, method: str, path: str) -> None:
    answer = stranger.ask(method, _address(path), {})
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize(
    "path", ["/api/", "/api/nothing", "/api/session/", "/api//session", "/api/operators/"]
)
def test_what_does_not_exist_is_not_told_to_strangers(stranger: Client, path: str) -> None:
    assert stranger.ask("GET", path).status == 401


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_a_viewer_changes_nothing(viewer: Client, method: str, path: str) -> None:
    if (method, path) in BY_EVERYBODY:
        return
    answer = viewer.ask(method, _address(path), {})
    assert (answer.status, answer.code) == (403, "forbidden"), answer.body


@pytest.mark.parametrize(("method", "path", "body"), FOR_OWNERS)
def test_an_operator_does_nothing_that_is_for_owners(
    operator: Client, method: str, path: str, body: Any
) -> None:
    answer = operator.ask(method, path, body)
    assert answer.status in (403, 404) and (answer.status == 403 or "eve" in path)
    if answer.status == 404:
        assert method == "DELETE" or method == "PATCH"


def test_a_viewer_reads_but_not_the_audit(viewer: Client, community: str) -> None:
    assert viewer.ask("GET", f"/api/communities/{community}").status == 200
    assert viewer.ask("GET", "/api/audit").status == 403


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer hearth_", "Bearer hearth_a_b", "hearth_a_b"],
)
def test_a_wrong_token_is_refused_even_beside_a_session(owner: Client, authorization: str) -> None:
    answer = owner.ask("GET", "/api/session", headers={"authorization": authorization})
    assert answer.status == 401


def test_a_token_needs_no_csrf_token_and_opens_no_sessions(owner: Client, stranger: Client) -> None:
    made = owner.ask("POST", "/api/tokens", {"name": "importer", "role": "viewer"}).json
    stranger.headers["authorization"] = f"Bearer {made['secret']}"
    assert stranger.ask("GET", "/api/session").json["via"] == "token"
    assert stranger.ask("GET", "/api/communities").status == 200
    assert stranger.ask("DELETE", "/api/session").status == 403
    change = {"password": "correct horse battery"}
    assert stranger.ask("POST", "/api/session/password", change).status == 403
    owner.ask("DELETE", f"/api/tokens/{made['token']['id']}")
    assert stranger.ask("GET", "/api/communities").status == 401


def test_a_secret_is_shown_once(owner: Client) -> None:
    made = owner.ask("POST", "/api/tokens", {"name": "importer", "role": "viewer"})
    listed = owner.ask("GET", "/api/tokens", limit="100")
    assert made.json["token"] in listed.json["items"]
    assert made.json["secret"].rpartition("_")[2] not in listed.body
    assert "digest" not in listed.body


@pytest.mark.parametrize("token", [None, "", "x", "0" * 64, "\ud800"])
def test_a_change_without_the_sessions_csrf_token_is_refused(
    owner: Client, token: str | None
) -> None:
    content = {"name": "Tea", "language": "zh", "time_zone": "Asia/Shanghai"}
    answer = owner.ask("POST", "/api/communities", content, {"x-csrf-token": token})
    assert (answer.status, "X-CSRF-Token" in answer.body) == (403, True)


def test_the_csrf_token_of_another_session_does_not_fit(owner: Client, operator: Client) -> None:
    other = operator.headers["x-csrf-token"]
    answer = owner.ask("POST", "/api/communities", {}, {"x-csrf-token": other})
    assert answer.status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": f"http://{HOST}"},
        {"origin": f"https://{HOST}.evil.example"},
        {"origin": f"https://{HOST}:8443"},
        {"origin": "null"},
        {"origin": ""},
    ],
)
def test_another_sites_page_changes_nothing_even_with_the_token(
    owner: Client, stranger: Client, headers: dict[str, str | None]
) -> None:
    answer = owner.ask("POST", "/api/communities", {}, headers)
    assert (answer.status, answer.code) == (403, "forbidden")
    login = stranger.ask("POST", "/api/session", {"name": "a", "password": "b"}, headers)
    assert login.status == 403


def test_the_own_page_may_ask(owner: Client) -> None:
    headers: dict[str, str | None] = {"sec-fetch-site": "same-origin", "origin": f"https://{HOST}"}
    assert owner.ask("POST", "/api/communities", {}, headers).status == 422


def test_reading_needs_no_csrf_token(owner: Client) -> None:
    assert owner.ask("GET", "/api/communities", headers={"x-csrf-token": None}).status == 200
