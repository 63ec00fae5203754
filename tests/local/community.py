"""A community with its accounts, wired to the platform simulator."""

import time
from dataclasses import dataclass

import requests

from infra.local import vendors
from tests.local.desk import Desk
from tests.local.suite import Suite
from tests.support.unique import unique

AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
"""The sample key of the vendor's demonstration, as in vector A1."""


@dataclass(frozen=True)
class Community:
    """One community, one account on each platform (all named like it), and one group."""

    suite: Suite
    desk: Desk
    key: str
    chat: str

    def group(self, platform: str) -> str:
        return f"{platform}:{self.key}:{self.chat}"

    def send(
        self,
        platform: str,
        body: bytes,
        headers: dict[str, str],
        query: dict[str, str] | None = None,
    ) -> requests.Response:
        """What a platform does: POST a callback to the account's address."""
        url = f"{self.suite.base_url}/webhook/{platform}/{self.key}"
        return requests.post(url, data=body, headers=headers, params=query, timeout=30)

    def send_onebot(self, body: bytes, secret: str = "onebot-secret") -> requests.Response:
        return self.send("onebot", body, vendors.onebot_headers(secret, 10001000, body))

    def send_telegram(self, body: bytes, secret: str = "telegram-secret") -> requests.Response:
        return self.send("telegram", body, vendors.telegram_headers(secret))


def founded(suite: Suite, desk: Desk) -> Community:
    """A new community with accounts on OneBot, Telegram and WeCom and a group on the first two."""
    key = unique()
    chat = str(time.time_ns() % 10**12)
    desk.post(
        "/api/communities",
        {"community": key, "name": "Tea", "language": "en", "time_zone": "Asia/Shanghai"},
    )
    secrets = {
        "onebot": {
            "secret": "onebot-secret",
            "api_base": f"{suite.simulator_url}/onebot/{key}",
            "access_token": "onebot-token",
        },
        "telegram": {
            "secret_token": "telegram-secret",
            "bot_token": f"{int(chat)}:{key}",
            "api_base": suite.simulator_url,
        },
        "wecom": {
            "token": "QDG6eK",
            "encoding_aes_key": AES_KEY,
            "receive_id": "wx5823bf96d3bd56c7",
        },
    }
    for platform, own in secrets.items():
        account = {"platform": platform, "account": key, "name": platform, "secrets": own}
        desk.post("/api/accounts", account)
    for platform in ("onebot", "telegram"):
        group = {"group": f"{platform}:{key}:{chat}", "name": "Tea room", "community": key}
        desk.post("/api/groups", group)
    return Community(suite, desk, key, chat)
