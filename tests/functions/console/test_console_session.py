"""Sessions: opened by password or link, kept in careful cookies, ended for good."""

import time

import pytest

from functions.console.app import desk, handler
from hearth.domain.operators import OperatorRole
from hearth.runtime.aws_json import ssm
from hearth.usecases.throttle import ATTEMPTS_PER_ADDRESS, ATTEMPTS_PER_NAME, WINDOW_S
from tests.conftest import Aws
from tests.functions.console.conftest import COMMAND, logged_in
from tests.support.console_room import HOST, Client, Context
from tests.support.unique import unique

PASSWORD = "correct horse battery"
SESSION, CSRF = "__Host-hearth-session", "__Host-hearth-csrf"


@pytest.fixture(scope="module")
def ann(room: Aws) -> str:
    """The name of an operator with a password."""
    client = logged_in(OperatorRole.OPERATOR)
    answer = client.ask("POST", "/api/session/password", {"password": PASSWORD})
    assert answer.status == 200, answer.body
    return str(answer.json["name"])


def test_a_link_is_spent_by_a_post_and_only_once(stranger: Client) -> None:
    token = desk().operators.invite(COMMAND, unique(), OperatorRole.VIEWER)
    for path in ("/console/login", "/api/session/link"):
        stranger.ask("GET", path, token=token)
        stranger.ask("HEAD", path, token=token)
    assert stranger.ask("POST", "/api/session/link", {"token": token}).status == 201
    assert Client().ask("POST", "/api/session/link", {"token": token}).status == 401


def test_a_password_opens_a_session_that_the_cookie_carries(ann: str, stranger: Client) -> None:
    opened = stranger.ask("POST", "/api/session", {"name": ann.upper(), "password": PASSWORD})
    assert opened.status == 201 and opened.json["role"] == "operator"
    assert stranger.ask("GET", "/api/session").json == opened.json


def test_cookies_are_read_from_the_header_where_there_is_no_list(
    ann: str, stranger: Client
) -> None:
    stranger.ask("POST", "/api/session", {"name": ann, "password": PASSWORD})
    line = "; ".join(f"{name}={value}" for name, value in stranger.cookies.items())
    event = stranger.event("GET", "/api/session", None, {"cookie": f"a=b; {line}"}, None, {})
    del event["cookies"]
    assert handler(event, Context())["statusCode"] == 200  # type: ignore[arg-type]


def test_mistakes_get_one_answer(ann: str, stranger: Client) -> None:
    wrong = stranger.ask("POST", "/api/session", {"name": ann, "password": "wrong"})
    nobody = stranger.ask("POST", "/api/session", {"name": unique(), "password": "wrong"})
    assert wrong.status == nobody.status == 401 and wrong.body == nobody.body
    assert not wrong.cookies


def test_cookies_are_for_this_host_by_https_and_out_of_reach_of_scripts(owner: Client) -> None:
    lines = {line.partition("=")[0]: line for line in _cookies(owner)}
    assert set(lines) == {SESSION, CSRF}
    for line in lines.values():
        parts = line.split("; ")
        assert {"Path=/", "Secure", "SameSite=Strict", "Max-Age=43200"} <= set(parts)
        assert not any(part.startswith("Domain") for part in parts)
    assert "HttpOnly" in lines[SESSION] and "HttpOnly" not in lines[CSRF]


@pytest.mark.parametrize("host", ["127.0.0.1:8787", "localhost:8787", "[::1]:8787", "127.0.0.1"])
def test_plain_http_is_for_this_very_machine_alone(room: Aws, host: str) -> None:
    local: dict[str, str | None] = {"host": host, "x-forwarded-proto": None}
    assert all("Secure" not in line for line in _cookies(Client(), local))


@pytest.mark.parametrize(
    "host", ["192.168.1.7:8787", "localhost.evil.example", "", "[", "127.0.0.2"]
)
def test_any_other_host_gets_secure_cookies(room: Aws, host: str) -> None:
    plain: dict[str, str | None] = {"host": host, "x-forwarded-proto": "http"}
    assert all("Secure" in line for line in _cookies(Client(), plain))


def test_a_proxy_with_https_on_this_machine_gets_secure_cookies(room: Aws) -> None:
    assert all("Secure" in line for line in _cookies(Client(), {"host": "localhost"}))


def test_logging_out_ends_the_session_everywhere(stranger: Client) -> None:
    browser = logged_in(OperatorRole.VIEWER)
    stolen = Client(cookies=dict(browser.cookies), headers=dict(browser.headers))
    closed = browser.ask("DELETE", "/api/session")
    assert closed.status == 200 and all("Max-Age=0" in line for line in closed.cookies)
    assert not browser.cookies
    assert stolen.ask("GET", "/api/session").status == 401


def test_a_new_password_keeps_this_session_and_ends_the_others(room: Aws) -> None:
    browser = logged_in(OperatorRole.VIEWER)
    other = Client(cookies=dict(browser.cookies), headers=dict(browser.headers))
    changed = browser.ask("POST", "/api/session/password", {"password": PASSWORD})
    browser.headers["x-csrf-token"] = changed.json["csrf"]
    assert changed.json["has_password"] and browser.ask("GET", "/api/session").status == 200
    assert other.ask("GET", "/api/session").status == 401
    again = browser.ask("POST", "/api/session/password", {"password": f"{PASSWORD} 2"})
    assert again.status == 422 and "current" in again.body


def test_being_shut_out_counts_at_once(owner: Client) -> None:
    browser = logged_in(OperatorRole.OPERATOR)
    name = browser.ask("GET", "/api/session").json["name"]
    assert owner.ask("PATCH", f"/api/operators/{name}", {"disabled": True}).status == 200
    assert browser.ask("GET", "/api/session").status == 401


def test_another_role_counts_at_once(owner: Client) -> None:
    browser = logged_in(OperatorRole.OPERATOR)
    name = browser.ask("GET", "/api/session").json["name"]
    assert browser.ask("POST", "/api/communities", {}).status == 422
    owner.ask("PATCH", f"/api/operators/{name}", {"role": "viewer"})
    assert browser.ask("POST", "/api/communities", {}).status == 401


def test_guessing_is_slowed_down_by_name(stranger: Client, ann: str) -> None:
    name = unique()
    desk().operators.create(COMMAND, name, OperatorRole.VIEWER)
    _not_at_the_end_of_a_window()
    for _ in range(ATTEMPTS_PER_NAME):
        desk().login.throttle.name(name)
    answer = stranger.ask("POST", "/api/session", {"name": name, "password": "wrong"})
    assert (answer.status, answer.code) == (429, "too_many_attempts")
    assert 0 < int(answer.headers["retry-after"]) <= 900
    assert stranger.ask("POST", "/api/session", {"name": ann, "password": PASSWORD}).status == 201


def test_guessing_is_slowed_down_by_address(stranger: Client) -> None:
    _not_at_the_end_of_a_window()
    for _ in range(ATTEMPTS_PER_ADDRESS - 1):
        desk().login.throttle.address(stranger.address)
    assert stranger.ask("POST", "/api/session/link", {"token": "guess"}).status == 401
    answer = stranger.ask("POST", "/api/session/link", {"token": "guess"})
    assert answer.status == 429 and answer.headers["retry-after"]
    answer = stranger.ask(
        "POST", "/api/session/link", {"token": "guess"}, {"x-forwarded-for": "198.51.100.1"}
    )
    assert answer.status == 429


def test_the_session_key_is_made_once_and_kept_secret(room: Aws, owner: Client) -> None:
    service = ssm()
    name = "/hearth/console-tests/console/session-key"
    found = service.call("GetParameter", {"Name": name, "WithDecryption": True})["Parameter"]
    service.close()
    assert found["Type"] == "SecureString" and len(found["Value"]) == 64
    assert found["Version"] == 1


def _cookies(client: Client, headers: dict[str, str | None] | None = None) -> list[str]:
    token = desk().operators.invite(COMMAND, unique(), OperatorRole.VIEWER)
    address = f"2001:db8:{unique()[:4]}:{unique()[:4]}::1"
    answer = Client(address).ask(
        "POST", "/api/session/link", {"token": token}, {"host": HOST, **(headers or {})}
    )
    assert answer.status == 201
    return answer.cookies


def _not_at_the_end_of_a_window() -> None:
    """Counts start anew every quarter of an hour: wait rather than count across."""
    if WINDOW_S - time.time() % WINDOW_S < 15:
        time.sleep(15)
