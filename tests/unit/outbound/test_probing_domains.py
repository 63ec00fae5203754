"""Whether a domain leads to the suite: asked of real servers on this machine."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.domains import Domain, Trouble
from hearth.domain.visitors import is_robot
from hearth.outbound import probe as probing
from hearth.outbound.probe import Probe
from tests.unit.outbound.raw import own_certificate, raw_server, tls_of

_OURS = b"HTTP/1.1 404 Not Found\r\nX-Hearth: livecode\r\nContent-Length: 0\r\n\r\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def seen() -> Iterator[tuple[int, list[BaseHTTPRequestHandler]]]:
    """A decent web server that answers as the suite does, its port and what it was asked."""
    asked: list[BaseHTTPRequestHandler] = []

    class Room(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self)
            self.send_response(404)
            self.send_header("x-hearth", "livecode")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Room)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1], asked
    server.shutdown()
    server.server_close()


def _local(port: int) -> Domain:
    return Domain(f"127.0.0.1:{port}")


def _answered(answer: bytes | None) -> Trouble | None:
    with raw_server(answer) as port:
        return Probe(local=True)(_local(port))


def _secure(port: int, trust: ssl.SSLContext) -> Probe:
    """A probe that finds every name on this machine and trusts as told."""
    return Probe(
        resolver=lambda host, seconds: ["127.0.0.1"],
        allowed=lambda address: True,
        port=port,
        trust=lambda: trust,
    )


def test_the_suites_own_answer_is_recognised(
    seen: tuple[int, list[BaseHTTPRequestHandler]],
) -> None:
    port, asked = seen
    assert Probe(local=True)(_local(port)) is None
    (request,) = asked
    assert (request.path, request.headers["host"]) == ("/c/0probe0", f"127.0.0.1:{port}")
    assert is_robot("GET", request.headers["user-agent"]), "a probe takes no seat"


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (_OURS, None),
        (_OURS.replace(b"404 Not Found", b"503 Service Unavailable"), None),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", Trouble.STRANGER),
        (b"HTTP/1.1 200 OK\r\nX-Hearth: console\r\n\r\n", Trouble.STRANGER),
        (b"HTTP/1.1 200 OK\r\n\r\nX-Hearth: livecode\r\n\r\n", Trouble.STRANGER),
        (b"HTTP/1.1 302 Found\r\nLocation: https://stop.example/\r\n\r\n", Trouble.REDIRECTED),
        (b"HTTP/1.0 301\r\nLocation: /\r\n\r\n", Trouble.REDIRECTED),
        (b"SSH-2.0-OpenSSH_9.6\r\nX-Hearth: livecode\r\n\r\n", Trouble.STRANGER),
        (b"", Trouble.STRANGER),
        (b"\r\n\r\n", Trouble.STRANGER),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500 + b"\r\n", Trouble.STRANGER),
        (b"HTTP/1.1 200 OK\r\nx: " + b"y" * 100_000, Trouble.STRANGER),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_an_answer_is_judged_by_its_sign_alone(answer: bytes, trouble: Trouble | None) -> None:
    assert _answered(answer) is trouble


@given(st.binary(max_size=300))
def test_no_answer_breaks_a_probe(head: bytes) -> None:
    try:
        probing._require_own_answer(head)
    except probing._Wrong as wrong:
        assert wrong.trouble in (Trouble.STRANGER, Trouble.REDIRECTED)


def test_a_redirect_is_not_followed(seen: tuple[int, list[BaseHTTPRequestHandler]]) -> None:
    port, asked = seen
    elsewhere = f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{port}/\r\n\r\n".encode()
    assert _answered(elsewhere) is Trouble.REDIRECTED
    assert asked == []


def test_who_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "SECONDS", 0.2)
    assert _answered(None) is Trouble.SILENT


def test_who_drips_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "SECONDS", 0.3)
    over = threading.Event()

    class Dripping(BaseHTTPRequestHandler):
        def handle(self) -> None:
            while not over.wait(0.05):
                self.wfile.write(b"x")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Dripping)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert Probe(local=True)(_local(server.server_address[1])) is Trouble.SILENT
    over.set()
    server.shutdown()
    server.server_close()


def test_nobody_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and never listens
        assert Probe(local=True)(_local(taken.getsockname()[1])) is Trouble.UNREACHABLE


def test_over_https_the_name_must_be_vouched_for(certificate: Path) -> None:
    with raw_server(_OURS, tls_of(certificate)) as port:
        strict = ssl.create_default_context()
        assert _secure(port, strict)(Domain("go.example.org")) is Trouble.INSECURE
    with raw_server(_OURS, tls_of(certificate)) as port:
        another_name = ssl.create_default_context(cafile=str(certificate))
        assert _secure(port, another_name)(Domain("go.example.org")) is Trouble.INSECURE
    with raw_server(_OURS, tls_of(certificate)) as port:
        nameless = ssl.create_default_context(cafile=str(certificate))
        nameless.check_hostname = False
        assert _secure(port, nameless)(Domain("go.example.org")) is None


def test_who_does_not_speak_tls_is_insecure() -> None:
    with raw_server(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        probe = _secure(port, ssl.create_default_context())
        assert probe(Domain("go.example.org")) is Trouble.INSECURE


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["169.254.169.254"],
        ["8.8.8.8", "10.0.0.1"],
        ["::ffff:127.0.0.1"],
        ["fd00::1"],
    ],
)
def test_a_name_that_leads_inside_is_never_called(
    found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing.socket, "create_connection", _never)
    probe = Probe(local=True, resolver=lambda host, seconds: found)
    assert probe(Domain("go.example.org")) is Trouble.PRIVATE


def test_this_machine_is_called_by_a_suite_on_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing.socket, "create_connection", _never)
    assert Probe()(Domain("127.0.0.1:80")) is Trouble.PRIVATE
    elsewhere = Probe(local=True, resolver=lambda host, seconds: ["10.0.0.1"])
    assert elsewhere(Domain("localhost:80")) is Trouble.PRIVATE


def test_the_address_that_was_looked_at_is_the_one_that_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called: list[tuple[str, int]] = []

    def refuse(address: tuple[str, int], timeout: float) -> None:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(probing.socket, "create_connection", refuse)
    probe = Probe(resolver=_once(["1.1.1.1", "1.0.0.1", "1.1.1.1"]))
    assert probe(Domain("go.example.org")) is Trouble.UNREACHABLE
    assert called == [("1.1.1.1", 443), ("1.0.0.1", 443)]


def test_a_name_without_addresses_is_told() -> None:
    assert Probe(resolver=_once([]))(Domain("go.example.org")) is Trouble.UNRESOLVED

    def unknown(host: str, seconds: float) -> list[str]:
        raise OSError("unknown")

    assert Probe(resolver=unknown)(Domain("go.example.org")) is Trouble.UNRESOLVED

    def slow(host: str, seconds: float) -> list[str]:
        raise TimeoutError

    assert Probe(resolver=slow)(Domain("go.example.org")) is Trouble.SILENT


def _once(found: list[str]) -> Callable[[str, float], list[str]]:
    """A resolver that must not be asked twice: the second answer could be another."""
    answers = [found]
    return lambda host, seconds: answers.pop()


def _never(*_: object, **__: object) -> None:
    raise AssertionError("no connection may be made")
