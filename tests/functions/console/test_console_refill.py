"""Refill links over REST: no session, no CSRF token, and nothing beyond one live code's groups."""

import base64
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PIL import Image

from functions.console.app import desk
from hearth.domain.errors import Conflict
from hearth.domain.refills import REFILL_S, token_of
from hearth.runtime.vault import Vault
from hearth.usecases.refill import NextGroup
from hearth.usecases.throttle import WINDOW_S
from tests.support.console_room import HOST, Answer, Client
from tests.support.unique import unique
from tests.unit.pictures.sent import code, saved

WEEK_MS = REFILL_S * 1000


def _group() -> str:
    return f"https://weixin.qq.com/g/AwYAA{unique()}"


@pytest.fixture
def livecode(operator: Client, community: str) -> str:
    """A live code with one group of 120 seats."""
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "海报"}).json
    content = {"kind": "qr", "target": _group(), "capacity": 120}
    operator.ask("POST", f"/api/livecodes/{made['code']}/destinations", content)
    return str(made["code"])


def _link(operator: Client, livecode: str) -> Any:
    return operator.ask("POST", f"/api/livecodes/{livecode}/refill-links", {}).json


def _token(operator: Client, livecode: str) -> str:
    return str(_link(operator, livecode)["address"]).partition("#")[2]


def _key() -> str:
    vault = desk().accounts.vault
    assert isinstance(vault, Vault)
    return vault.refill_key()


def _everywhere(client: Client, token: Any) -> list[Answer]:
    picture = base64.b64encode(saved(code(_group()))).decode()
    group = {"token": token, "target": _group(), "capacity": 10, "after": ""}
    return [
        client.ask("POST", "/api/refill/look", {"token": token}),
        client.ask("POST", "/api/refill/picture", {"token": token, "picture": picture}),
        client.ask("POST", "/api/refill", group),
    ]


def test_a_colleague_without_login_adds_the_next_group(
    operator: Client, owner: Client, stranger: Client, livecode: str
) -> None:
    link, before = _link(operator, livecode), int(time.time() * 1000)
    address, _, token = link["address"].partition("#")
    assert address == f"https://{HOST}/console/refill"
    assert abs(link["expires"] - before - WEEK_MS) < 60_000
    level = stranger.ask("POST", "/api/refill/look", {"token": token})
    assert (level.status, level.json["name"], level.json["zone"]) == (200, "海报", "Asia/Shanghai")
    assert (level.json["taken"], level.json["seats"], level.json["capacity"]) == (0, 120, 120)

    group = _group()
    picture = base64.b64encode(saved(code(group))).decode()
    read = stranger.ask("POST", "/api/refill/picture", {"token": token, "picture": picture}).json
    assert (read["payload"], read["kind"], read["platform"]) == (group, "qr", "wechat")
    assert (read["here"], read["elsewhere"]) == (False, False)
    wanted = {
        "token": token,
        "target": read["payload"],
        "capacity": level.json["capacity"],
        "valid_until": read["valid_until"],
        "after": level.json["last"],
    }
    added = stranger.ask("POST", "/api/refill", wanted)
    assert (added.status, added.json["seats"]) == (201, 240)
    assert added.headers["cache-control"] == "no-store" and not stranger.cookies
    last = operator.ask("GET", f"/api/livecodes/{livecode}").json["destinations"][-1]
    assert (last["target"], last["picture"]) == (group, read["picture"])

    again = stranger.ask("POST", "/api/refill", wanted)
    assert (again.status, again.json["error"]["reason"]) == (422, "in_use")
    reread = stranger.ask("POST", "/api/refill/picture", {"token": token, "picture": picture})
    assert reread.json["here"] and not reread.json["elsewhere"]
    audit = owner.ask("GET", "/api/audit", limit="100")
    assert token not in audit.body and token.rpartition(".")[2] not in audit.body
    newest = next(one for one in audit.json["items"] if one["on"].startswith(f"{livecode}/"))
    assert (newest["who"], newest["via"]) == (f"link {token.split('.')[1]}", "refill")


def test_of_many_uploads_at_the_same_time_one_is_added(operator: Client, livecode: str) -> None:
    token, refill = _token(operator, livecode), desk().refill
    last = refill.look(token).last

    def upload(_: int) -> str:
        try:
            refill.add(token, NextGroup(_group(), 10, 0, last), "203.0.113.7")
        except Conflict as error:
            return str(error)
        return "added"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(upload, range(8)))
    assert answers.count("added") == 1, answers
    assert len(operator.ask("GET", f"/api/livecodes/{livecode}").json["destinations"]) == 2


def test_another_group_meanwhile_is_told_before_one_more_is_added(
    operator: Client, stranger: Client, livecode: str
) -> None:
    token = _token(operator, livecode)
    last = stranger.ask("POST", "/api/refill/look", {"token": token}).json["last"]
    wanted = {"token": token, "target": _group(), "capacity": 9, "after": last}
    assert stranger.ask("POST", "/api/refill", wanted).status == 201
    late = {**wanted, "target": _group()}
    refused = stranger.ask("POST", "/api/refill", late)
    assert (refused.status, refused.code) == (409, "conflict")
    last = stranger.ask("POST", "/api/refill/look", {"token": token}).json["last"]
    assert stranger.ask("POST", "/api/refill", {**late, "after": last}).status == 201


def test_a_link_that_is_used_too_often_says_when_to_come_back(
    operator: Client, stranger: Client, livecode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearth.usecases.throttle.ATTEMPTS_PER_LINK", 2)
    token = _token(operator, livecode)
    looks = [stranger.ask("POST", "/api/refill/look", {"token": token}) for _ in range(5)]
    refused = [answer for answer in looks if answer.status != 200]
    assert refused, "even if a window ended in between"
    assert {(answer.status, answer.code) for answer in refused} == {(429, "too_many_attempts")}
    assert all(0 < int(answer.headers["retry-after"]) <= WINDOW_S for answer in refused)
    fresh = _token(operator, livecode)
    assert stranger.ask("POST", "/api/refill/look", {"token": fresh}).status == 200


def test_another_codes_use_is_pointed_out_without_its_name(
    operator: Client, stranger: Client, community: str, livecode: str
) -> None:
    other = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "Elsewhere"})
    group = _group()
    content = {"kind": "qr", "target": group, "capacity": 5, "note": "hidden"}
    operator.ask("POST", f"/api/livecodes/{other.json['code']}/destinations", content)
    picture = base64.b64encode(saved(code(group))).decode()
    sent = {"token": _token(operator, livecode), "picture": picture}
    read = stranger.ask("POST", "/api/refill/picture", sent)
    assert (read.json["here"], read.json["elsewhere"]) == (False, True)
    assert "Elsewhere" not in read.body and "hidden" not in read.body


def test_a_forged_or_bent_token_opens_nothing(
    operator: Client, stranger: Client, livecode: str
) -> None:
    token, now = _token(operator, livecode), int(time.time() * 1000)
    _, link, made, signed = token.split(".")
    visitor = desk().livecodes.keys.visitor_key()
    for forged in (
        f"{unique()}.{link}.{made}.{signed}",
        f"{livecode}.{link}.{now + WEEK_MS}.{signed}",
        f"{livecode}.{link}.{made}.{'A' * 24}",
        token_of(visitor, livecode, link, now),
        token_of("", livecode, link, now),
        token[:-1],
        "x",
    ):
        for answer in _everywhere(stranger, forged):
            assert (answer.status, answer.code) == (401, "unauthenticated"), answer.body
            assert "ask for a new one from the console" in answer.body


def test_an_expired_and_a_revoked_link_say_so(
    operator: Client, stranger: Client, livecode: str
) -> None:
    now = int(time.time() * 1000)
    over = token_of(_key(), livecode, "0a1b2c3d", now - WEEK_MS)
    assert {answer.status for answer in _everywhere(stranger, over)} == {401}
    assert "expired" in stranger.ask("POST", "/api/refill/look", {"token": over}).body
    mailed = token_of(_key(), livecode, "0a1b2c3d", now - 1000)
    assert stranger.ask("POST", "/api/refill/look", {"token": mailed}).status == 200
    assert operator.ask("DELETE", f"/api/livecodes/{livecode}/refill-links").status == 200
    assert {answer.status for answer in _everywhere(stranger, mailed)} == {401}
    assert "revoked" in stranger.ask("POST", "/api/refill/look", {"token": mailed}).body
    time.sleep(0.002)
    fresh = {"token": _token(operator, livecode)}
    assert stranger.ask("POST", "/api/refill/look", fresh).status == 200


def test_a_link_for_a_code_that_is_not_there_finds_nothing(stranger: Client) -> None:
    token = token_of(_key(), unique(), "0a1b2c3d", int(time.time() * 1000))
    assert {answer.status for answer in _everywhere(stranger, token)} == {404}


def test_a_refill_token_is_no_session_and_no_api_token(
    operator: Client, stranger: Client, livecode: str
) -> None:
    token = _token(operator, livecode)
    bearer: dict[str, str | None] = {"authorization": f"Bearer {token}"}
    for method, path in (
        ("GET", f"/api/livecodes/{livecode}"),
        ("POST", f"/api/livecodes/{livecode}/destinations"),
        ("POST", f"/api/livecodes/{livecode}/refill-links"),
        ("GET", "/api/refill"),
        ("GET", "/api/refill/look"),
        ("DELETE", "/api/refill"),
        ("POST", "/api/refill/"),
        ("POST", "/api/refill/else"),
    ):
        assert stranger.ask(method, path, {}, bearer).status == 401
        assert stranger.ask(method, path, {"token": token}).status == 401


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}],
)
def test_another_sites_page_uses_no_link(
    operator: Client, stranger: Client, livecode: str, headers: dict[str, str | None]
) -> None:
    token = _token(operator, livecode)
    assert stranger.ask("POST", "/api/refill/look", {"token": token}, headers).status == 403


@pytest.mark.parametrize("token", [None, 7, [], {}, "", "x" * 101, "\ud800", "\0"])
def test_any_token_is_answered(stranger: Client, token: Any) -> None:
    assert {answer.status for answer in _everywhere(stranger, token)} <= {400, 401, 422}


def test_only_groups_come_in(operator: Client, stranger: Client, livecode: str) -> None:
    token = _token(operator, livecode)
    for target, reason in (
        ("https://evil.example/", "no_group"),
        (f"https://{HOST}/c/spring24", "no_group"),
        ("https://u.wechat.com/EPDjgRrQ", "no_group"),
        ("wxp://f2f0XO9MxuKhCB52g30uv", "payment"),
    ):
        answer = stranger.ask(
            "POST", "/api/refill", {"token": token, "target": target, "capacity": 9, "after": ""}
        )
        assert (answer.status, answer.json["error"]["reason"]) == (422, reason)
    for wrong in ({"capacity": 0}, {"capacity": 200_001}, {"valid_until": 1}, {"note": "x"}):
        content = {"token": token, "target": _group(), "capacity": 9, "after": "", **wrong}
        assert stranger.ask("POST", "/api/refill", content).status == 422
    assert len(operator.ask("GET", f"/api/livecodes/{livecode}").json["destinations"]) == 1


def test_bodies_are_bounded_and_a_bad_picture_has_a_reason(
    operator: Client, stranger: Client, livecode: str
) -> None:
    token = _token(operator, livecode)
    for path in ("/api/refill/look", "/api/refill"):
        long = {"token": token, "target": "x" * 1_100_000, "capacity": 1, "after": ""}
        assert stranger.ask("POST", path, long).status == 413
    huge = {"token": token, "picture": "A" * 5_500_000}
    assert stranger.ask("POST", "/api/refill/picture", huge).status == 413
    empty = base64.b64encode(saved(Image.new("RGB", (200, 200)))).decode()
    for picture, reason in ((empty, "no_qr"), ("%%%", "unreadable")):
        sent = {"token": token, "picture": picture}
        answer = stranger.ask("POST", "/api/refill/picture", sent)
        assert (answer.status, answer.json["error"]["reason"]) == (422, reason)


def test_only_operators_make_and_revoke_links(
    viewer: Client, stranger: Client, livecode: str
) -> None:
    for method in ("POST", "DELETE"):
        path = f"/api/livecodes/{livecode}/refill-links"
        assert viewer.ask(method, path, {}).status == 403
        assert stranger.ask(method, path, {}).status == 401
