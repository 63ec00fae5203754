"""Does the simulator fail as planned, remember what it was asked, and speak HTTP?"""

import contextlib
import json
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any

import pytest

from infra.local.ports import LOOPBACK, free_pair
from infra.local.simulator import record
from infra.local.simulator.server import Simulator
from infra.local.simulator.wire import Call
from tests.local.simulated import JSON, TELEGRAM, Caller


@pytest.fixture
def caller() -> Caller:
    return Caller()


def test_planned_faults_come_in_order_and_end(caller: Caller) -> None:
    caller.control("POST", "/faults", {"method": "sendMessage", "kind": "429", "seconds": 5})
    caller.control("POST", "/faults", {"method": "sendMessage", "kind": "kicked", "times": 2})
    message = {"chat_id": -100, "text": "hello"}

    replies = [caller.telegram("sendMessage", message) for _ in range(4)]

    assert [reply.status for reply in replies] == [429, 403, 403, 200]
    assert replies[0].body["parameters"] == {"retry_after": 5}
    outcomes = [call["outcome"] for call in caller.control("GET", "/calls").body]
    assert outcomes == ["429", "kicked", "kicked", "ok"]


def test_a_fault_meets_only_the_account_it_is_meant_for(caller: Caller) -> None:
    caller.control("POST", "/faults", {"method": "*", "kind": "500", "account": "42"})

    assert caller.onebot("get_status", {}).status == 200
    assert caller.telegram("getMe", {}).status == 500


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (
            {"kind": "flood"},
            "kind is 'flood'; it must be one of 429, 500, timeout, reset, kicked, token",
        ),
        ({"kind": "500", "times": 0}, "times is 0; it must be a whole number from 1"),
        ({"kind": "500", "seconds": -1}, "seconds is -1; it must be a number from 0"),
        ({"kind": "500", "methd": "x"}, "a fault has no 'methd'"),
        ([], "the body is not a JSON object"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(caller: Caller, wish: object, text: str) -> None:
    reply = caller.control("POST", "/faults", wish)

    assert (reply.status, reply.body) == (400, {"message": text})
    assert len(caller.world.faults) == 0


def test_calls_are_filtered_and_forgotten(caller: Caller) -> None:
    caller.onebot("get_status", {})
    caller.telegram("getMe", {})

    assert len(caller.control("GET", "/calls", platform="onebot").body) == 1
    assert len(caller.control("GET", "/calls", method="getMe", outcome="ok").body) == 1
    assert caller.control("DELETE", "/calls").status == 204
    assert caller.control("GET", "/calls").body == []


def test_the_record_forgets_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "KEPT_CALLS", 3)
    kept = record.Record()

    for number in range(5):
        kept.add(Call("onebot", "1", str(number), {}), "ok")

    assert [call["method"] for call in kept.matching({})] == ["2", "3", "4"]
    assert [call["number"] for call in kept.matching({})] == [3, 4, 5]


@pytest.fixture
def served() -> Iterator[str]:
    port = free_pair()
    with Simulator(port):
        yield f"http://{LOOPBACK}:{port}"


def ask(url: str, body: object, timeout: float = 5) -> Any:
    request = urllib.request.Request(url, json.dumps(body).encode(), JSON)
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        return json.loads(answer.read() or "null")


def test_it_speaks_http(served: str) -> None:
    assert ask(f"{served}{TELEGRAM}/getMe", {})["result"]["is_bot"] is True


def test_a_timeout_says_nothing_but_the_call_was_heard(served: str) -> None:
    ask(f"{served}/faults", {"method": "getMe", "kind": "timeout"})

    with pytest.raises(TimeoutError):
        ask(f"{served}{TELEGRAM}/getMe", {}, timeout=0.3)

    with urllib.request.urlopen(f"{served}/calls", timeout=5) as answer:
        assert [call["outcome"] for call in json.load(answer)] == ["timeout"]


def test_a_reset_breaks_the_connection(served: str) -> None:
    ask(f"{served}/faults", {"method": "getMe", "kind": "reset"})

    with pytest.raises(ConnectionError):
        ask(f"{served}{TELEGRAM}/getMe", {})


def test_a_body_of_more_than_a_megabyte_is_refused_unread(served: str) -> None:
    with contextlib.closing(HTTPConnection(served.removeprefix("http://"), timeout=5)) as caller:
        caller.putrequest("POST", f"{TELEGRAM}/sendMessage")
        caller.putheader("Content-Length", str((1 << 20) + 1))
        caller.endheaders()

        assert caller.getresponse().status == 413
