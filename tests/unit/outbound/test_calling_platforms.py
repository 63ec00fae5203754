"""Calls to platforms: what is certain, what is not, and what is never told."""

import json
import logging

import pytest

from hearth.domain.deliveries import Later, Unclear
from hearth.outbound.http import HttpCaller
from hearth.ports import ApiRequest, ApiResponse
from tests.unit.outbound.raw import raw_server
from tests.unit.runtime.loopback import DROP, HANG, Loopback, Planned, answer


def _request(server: Loopback, path: str = "/bot-s3cret/send") -> ApiRequest:
    return ApiRequest(server.url + path, {"text": "茶"}, {"Authorization": "Bearer s3cret"})


def test_the_payload_goes_out_as_json_with_its_headers(server: Loopback, call: HttpCaller) -> None:
    call(_request(server))
    (asked,) = server.asked
    assert asked.path == "/bot-s3cret/send"
    assert json.loads(asked.body) == {"text": "茶"}
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["authorization"] == "Bearer s3cret"


@pytest.mark.parametrize("status", [200, 400, 403, 429, 500])
def test_every_answer_is_an_answer(server: Loopback, call: HttpCaller, status: int) -> None:
    planned = Planned(status, b'{"ok": true}', headers={"Retry-After": "7"})
    server.plan(planned)
    response = call(_request(server))
    assert isinstance(response, ApiResponse)
    assert (response.status, response.content) == (status, {"ok": True})
    assert response.headers["retry-after"] == "7"


@pytest.mark.parametrize("body", [b"", b"[1]", b"null", b"<html>", b"\xff\xfe{", b"[" * 100_000])
def test_an_answer_that_is_no_object_has_no_content(
    server: Loopback, call: HttpCaller, body: bytes
) -> None:
    server.plan(Planned(200, body))
    response = call(_request(server))
    assert isinstance(response, ApiResponse) and response.content == {}


def test_an_endless_answer_is_cut(server: Loopback, call: HttpCaller) -> None:
    server.plan(Planned(200, b'{"text": "' + b"x" * 3_000_000 + b'"}'))
    response = call(_request(server))
    assert isinstance(response, ApiResponse) and response.content == {}


def test_a_redirect_is_not_followed(server: Loopback, call: HttpCaller) -> None:
    server.plan(Planned(302, b"", headers={"Location": server.url + "/elsewhere"}))
    response = call(_request(server))
    assert isinstance(response, ApiResponse) and response.status == 302
    assert len(server.asked) == 1


def test_connections_are_kept(server: Loopback, call: HttpCaller) -> None:
    for _ in range(3):
        call(_request(server))
    assert (len(server.asked), server.connections) == (3, 1)


def test_who_was_not_reached_has_heard_nothing(server: Loopback, call: HttpCaller) -> None:
    request = _request(server)
    server.close()
    assert call(request) == Later(30, "the platform was not reached: no connection")


@pytest.mark.parametrize(
    "planned",
    [DROP, Planned(200, b'{"ok"', how="close", headers={"content-length": "100"})],
    ids=["no answer", "half an answer"],
)
def test_who_hung_up_may_have_heard_and_is_not_asked_again(
    server: Loopback, call: HttpCaller, planned: Planned
) -> None:
    server.plan(planned, answer({"ok": True}))
    outcome = call(_request(server))
    assert isinstance(outcome, Unclear) and "no answer came" in outcome.reason
    assert len(server.asked) == 1


def test_an_answer_that_cannot_be_unpacked_is_unclear(server: Loopback, call: HttpCaller) -> None:
    server.plan(Planned(200, b"not gzip", headers={"content-encoding": "gzip"}))
    assert isinstance(call(_request(server)), Unclear)


def test_an_answer_that_does_not_come_in_time_is_unclear(
    server: Loopback, call: HttpCaller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearth.outbound.http._TIMEOUT_S", (1, 0.1))
    server.plan(HANG)
    outcome = call(_request(server))
    assert isinstance(outcome, Unclear) and "Timeout" in outcome.reason


@pytest.mark.parametrize("planned", [DROP, HANG])
def test_what_went_wrong_is_told_without_address_or_secret(
    server: Loopback,
    call: HttpCaller,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    planned: Planned,
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("hearth.outbound.http._TIMEOUT_S", (1, 0.1))
    server.plan(planned)
    assert "s3cret" not in repr(call(_request(server)))
    assert "s3cret" not in caplog.text


def test_a_malformed_answer_does_not_bring_the_address_into_the_log(
    call: HttpCaller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    malformed = b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\nno colon\r\n\r\n" + b'{"ok":true}'
    with raw_server(malformed) as port:
        call(ApiRequest(f"http://127.0.0.1:{port}/bot-s3cret/send", {}, {}))
    assert "s3cret" not in caplog.text
