"""What the demo sets up: an operator, a community, two accounts, a group on each, a live code."""

import secrets
import time
from dataclasses import dataclass

from infra.local.demo.http import Caller
from infra.local.login import login_path
from infra.local.place import Place

ONEBOT_SECRET = "demo-onebot-secret"  # noqa: S105 - opens nothing but the demo
TELEGRAM_SECRET = "demo-telegram-secret"  # noqa: S105
SEATS = 2
_COMMUNITIES = "/api/communities"


@dataclass(frozen=True)
class Stage:
    """Everything the demo's scenes need.

    `key` names the community and its accounts, `chat` its two groups and the Telegram bot.
    """

    place: Place
    operator: Caller
    key: str
    chat: int
    code: str

    @property
    def community(self) -> str:
        return f"{_COMMUNITIES}/{self.key}"

    def group(self, platform: str) -> str:
        chat = -self.chat if platform == "telegram" else self.chat
        return f"{platform}:{self.key}:{chat}"


def logged_in(place: Place) -> Caller:
    """Return an operator who used a one-time login link."""
    caller = Caller(place.front)
    token = login_path(place).partition("#")[2]
    session = caller.json("POST", "/api/session/link", {"token": token})
    caller.headers["X-CSRF-Token"] = session["csrf"]
    return caller


def set_up(place: Place) -> Stage:
    """Create what the scenes need, under a new key, so that the demo can be shown again."""
    key = f"demo-{secrets.token_hex(3)}"
    stage = Stage(place, logged_in(place), key, time.time_ns() % 10**9, key.replace("-", ""))
    community = {"community": key, "name": "Tea friends 茶友会", "language": "zh"}
    stage.operator.json("POST", _COMMUNITIES, {**community, "time_zone": "Asia/Shanghai"})
    _enter_accounts(stage)
    for platform in ("onebot", "telegram"):
        group = {"group": stage.group(platform), "name": f"Tea room ({platform})"}
        stage.operator.json("POST", "/api/groups", {**group, "community": key})
    _make_live_code(stage)
    return stage


def _enter_accounts(stage: Stage) -> None:
    simulator = stage.place.simulator
    accounts = {
        "onebot": {
            "secret": ONEBOT_SECRET,
            "access_token": secrets.token_hex(8),
            "api_base": f"{simulator}/onebot/{stage.key}",
        },
        "telegram": {
            "secret_token": TELEGRAM_SECRET,
            "bot_token": f"{stage.chat}:{secrets.token_hex(16)}",
            "api_base": simulator,
        },
    }
    for platform, own in accounts.items():
        account = {"platform": platform, "account": stage.key, "name": f"Demo ({platform})"}
        stage.operator.json("POST", "/api/accounts", {**account, "secrets": own})


def _make_live_code(stage: Stage) -> None:
    code = {"code": stage.code, "name": "Tea friends 茶友会"}
    stage.operator.json("POST", f"{stage.community}/livecodes", code)
    for room in ("first", "second"):
        target = {"kind": "link", "target": f"https://chat.example/{room}-room", "capacity": SEATS}
        stage.operator.json("POST", f"/api/livecodes/{stage.code}/destinations", target)
