"""The rooms behind HTTP, under AWS's own runtime client."""

import copy
import json
from typing import Any

import pytest

from functions.console.desk import build_desk
from hearth.domain.groups import GroupRef
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.plans import replanned
from hearth.runtime.config import from_environment
from hearth.runtime.config.console import ConsoleConfig
from hearth.store.events import Events
from hearth.store.livecodes import LiveCodes
from tests.conftest import Aws
from tests.events import sign
from tests.runtime.conftest import Keep, Start
from tests.runtime.room import settings_of
from tests.support.console_room import RECORDED
from tests.support.gateway import http_event
from tests.support.unique import unique


def _callback(account: str, body: bytes, signed: bytes) -> dict[str, Any]:
    headers = dict(sign.onebot(signed).headers)
    parameters = {"platform": "onebot", "account": account}
    path = f"/webhook/onebot/{account}"
    return http_event("POST", path, body, headers, parameters=parameters, encode=True)


def test_webhook_stores_a_genuine_callback(aws: Aws, running: Start, keep: Keep) -> None:
    account, body = unique(), sign.sample("onebot/group_message_vector_o1.json")
    keep(f"accounts/onebot/{account}", sign.ONEBOT)
    answer = running("webhook").invoke(_callback(account, body, signed=body))
    assert (answer.kind, answer.content["statusCode"]) == ("response", 204)
    stored = Events(aws.names["EVENTS_TABLE"]).newest(GroupRef("onebot", account, "87654321"))
    assert [event.body for event in stored] == [body]
    assert '"CallbackAccepted":[1.0]' in running("webhook").log


def test_webhook_refuses_a_forged_callback(aws: Aws, running: Start, keep: Keep) -> None:
    account, body = unique(), sign.sample("onebot/group_message_vector_o1.json")
    keep(f"accounts/onebot/{account}", sign.ONEBOT)
    answer = running("webhook").invoke(_callback(account, body, signed=b"something else"))
    assert (answer.content["statusCode"], answer.content["body"]) == (401, "")
    assert not Events(aws.names["EVENTS_TABLE"]).newest(GroupRef("onebot", account, "87654321"))


def test_livecode_leads_a_visitor(aws: Aws, running: Start, keep: Keep) -> None:
    keep("livecode/visitor-key", "a-key-of-tests")
    code = unique()
    link = Destination("d1", Kind.LINK, "https://t.example/+abc", capacity=1)
    bare = LiveCode(code, "tea", "Tea", -1, (link,))
    planned = replanned(bare, Counter(0, -1), now=1).code
    LiveCodes(aws.names["LIVECODES_TABLE"]).add(planned)
    headers = {"user-agent": "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50", "accept-language": "en"}
    event = http_event("GET", f"/c/{code}", headers=headers, parameters={"code": code})
    led, turned = (running("livecode").invoke(event).content for _ in range(2))
    assert (led["statusCode"], led["headers"]["location"]) == (302, "https://t.example/+abc")
    assert led["cookies"][0].startswith(f"hearth_{code}=d1.")
    assert (turned["statusCode"], "All groups are full" in turned["body"]) == (200, True)


def test_console_lets_an_operator_in(aws: Aws, running: Start) -> None:
    desk = build_desk(from_environment(ConsoleConfig, settings_of("console")))
    command = Actor("command line", OperatorRole.OWNER, "command", "local")
    token = desk.operators.invite(command, unique(), OperatorRole.VIEWER)
    event = _asked("POST", "/api/session/link") | {"body": json.dumps({"token": token})}
    opened = running("console").invoke(event).content
    assert opened["statusCode"] == 201
    cookies = [line.partition(";")[0] for line in opened["cookies"]]
    event = _asked("GET", "/api/communities") | {"cookies": cookies}
    listed = running("console").invoke(event).content
    assert listed["statusCode"] == 200
    assert token not in running("console").log


@pytest.mark.parametrize(("path", "status"), [("/api/openapi.json", 200), ("/api/groups", 401)])
def test_console_tells_strangers_only_what_it_understands(
    running: Start, path: str, status: int
) -> None:
    assert running("console").invoke(_asked("GET", path)).content["statusCode"] == status


def _asked(method: str, path: str) -> dict[str, Any]:
    event: dict[str, Any] = copy.deepcopy(RECORDED) | {"rawPath": path}
    event["requestContext"]["http"] |= {"method": method, "path": path}
    return event
