"""Calls over TLS: before the handshake is done nothing was sent, after it nobody knows."""

from pathlib import Path

import pytest

from hearth.domain.deliveries import Later, Unclear
from hearth.outbound.http import HttpCaller
from hearth.ports import ApiRequest, ApiResponse
from tests.unit.outbound.raw import own_certificate, raw_server, tls_of

_GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n" + b'{"ok":true}'


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_certificate(tmp_path_factory.mktemp("tls"))


def _request(port: int) -> ApiRequest:
    return ApiRequest(f"https://127.0.0.1:{port}/bot-s3cret/send", {}, {})


def test_a_certificate_nobody_vouches_for_has_heard_nothing(
    call: HttpCaller, certificate: Path
) -> None:
    with raw_server(_GOOD, tls_of(certificate)) as port:
        outcome = call(_request(port))
    reason = "the platform was not reached: no secure connection (CERTIFICATE_VERIFY_FAILED)"
    assert outcome == Later(30, reason)


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_who_does_not_speak_tls_has_heard_nothing(call: HttpCaller, answer: bytes) -> None:
    with raw_server(answer) as port:
        outcome = call(_request(port))
    assert isinstance(outcome, Later) and "was not reached" in outcome.reason
    assert "s3cret" not in outcome.reason


def test_who_does_not_finish_the_handshake_has_heard_nothing(
    call: HttpCaller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearth.outbound.http._TIMEOUT_S", (0.2, 5))
    with raw_server(None) as port:
        outcome = call(_request(port))
    assert outcome == Later(30, "the platform was not reached: no connection")


def test_a_certificate_that_is_vouched_for_is_called(
    call: HttpCaller, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with raw_server(_GOOD, tls_of(certificate)) as port:
        response = call(_request(port))
    assert isinstance(response, ApiResponse) and response.content == {"ok": True}


def test_who_hangs_up_after_the_handshake_may_have_heard(
    call: HttpCaller, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with raw_server(b"", tls_of(certificate)) as port:
        assert isinstance(call(_request(port)), Unclear)
