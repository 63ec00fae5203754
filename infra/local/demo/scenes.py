"""The demo's scenes: each does one thing and tells in plain words what came of it."""

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from infra.local.clients import client
from infra.local.demo.http import Caller
from infra.local.demo.senders import onebot_says, telegram_says
from infra.local.demo.stage import SEATS, Stage
from infra.local.place import STACK

PATIENCE_SECONDS = 30.0
SPAM = "https://spam.example/x"
Lines = Iterator[str]


def spam(stage: Stage) -> Lines:
    """A newcomer posts a link, on both platforms."""
    yield f"OneBot: a newcomer writes “加我领资料 {SPAM}”"
    yield f"  the webhook answers {onebot_says(stage, f'加我领资料 {SPAM}')}"
    yield from _judged(stage, "onebot", calls=2)
    yield f"Telegram: a newcomer writes “free gifts {SPAM}”"
    yield f"  the webhook answers {telegram_says(stage, 'free gifts', SPAM)}"
    yield from _judged(stage, "telegram", calls=2)


def small_talk(stage: Stage) -> Lines:
    """A message without anything wrong is judged too, and nothing follows."""
    yield "OneBot: the same person writes “早上好”"
    yield f"  the webhook answers {onebot_says(stage, '早上好')}"
    _wait(lambda: len([e for e in _events(stage, "onebot") if e["verdict"]]) == 2)
    yield "  the rules find nothing; nothing is done"


def scans(stage: Stage) -> Lines:
    """Visitors scan a code whose first group has two seats."""
    yield f"Live code /c/{stage.code}: three people scan it; each group has {SEATS} seats"
    for visitor in range(SEATS + 1):
        led = Caller(stage.place.front).scan(f"/c/{stage.code}")
        yield f"  visitor {visitor + 1} is led to {led}"
    shown = stage.operator.json("GET", f"/api/livecodes/{stage.code}")
    yield f"  the console counts {shown['scans']} scans, {shown['taken']} of {shown['seats']} seats"


def post(stage: Stage) -> Lines:
    """A post that is due now is sent once, however often the minute's tick comes."""
    text = {"text": "今晚八点品茶直播", "groups": [stage.group("onebot")]}
    made = stage.operator.json("POST", f"{stage.community}/posts", text)
    yield f"Post: “{text['text']}” is due now; the minute ticks twice"
    for _ in range(2):
        client(stage.place, "lambda").invoke(FunctionName=f"{STACK}-engage", Payload=b"{}")
    sent = _wait(lambda: _calls(stage, "onebot", method="send_group_msg"))
    yield f"  deliver calls the platform {len(sent)} time: {_told(sent[:1])}"
    for delivery in stage.operator.json("GET", f"/api/posts/{made['post']}/deliveries")["items"]:
        yield f"  the console shows: {delivery['status']}"


def _judged(stage: Stage, platform: str, calls: int) -> Lines:
    done = _wait(lambda: _enough(_calls(stage, platform), calls))
    newest = _wait(lambda: [e for e in _events(stage, platform) if e["verdict"]])[0]
    for ruling in newest["verdict"]["rulings"]:
        reasons = "; ".join(f["details"] for f in ruling["findings"] if f["hit"])
        yield f"  rule “{ruling['rule']}”: {reasons}"
    yield f"  deliver calls the platform: {_told(done)}"


def _events(stage: Stage, platform: str) -> list[dict[str, Any]]:
    path = f"/api/groups/{quote(stage.group(platform))}/events"
    events: list[dict[str, Any]] = stage.operator.json("GET", path)["items"]
    return events


def _calls(stage: Stage, platform: str, **more: str) -> list[dict[str, Any]]:
    account = stage.key if platform == "onebot" else str(stage.chat)
    wanted = {"platform": platform, "account": account, **more}
    query = "&".join(f"{name}={value}" for name, value in wanted.items())
    calls: list[dict[str, Any]] = Caller(stage.place.simulator).json("GET", f"/calls?{query}")
    return calls


def _told(calls: list[dict[str, Any]]) -> str:
    return ", then ".join(f"{call['method']} {_plain(call['parameters'])}" for call in calls)


def _plain(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that are short enough to read."""
    return {k: v for k, v in parameters.items() if not isinstance(v, dict | list)}


def _enough(calls: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    return calls if len(calls) >= number else []


def _wait(look: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (seen := look()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return seen
