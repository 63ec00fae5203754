"""A bot or app identity on a platform, and which secrets it needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hearth.domain.capabilities import require_platform
from hearth.domain.errors import BadInput
from hearth.domain.groups import is_account


@dataclass(frozen=True, slots=True)
class SecretField:
    """One secret or setting that a platform's adapter uses."""

    name: str
    required: bool
    pattern: str
    form: str
    """What ``pattern`` asks for, in words."""
    unless: str = ""
    """Another field: this one is required unless that one is ``yes``."""

    def lacks(self, secrets: Mapping[str, str]) -> bool:
        """Whether an account with ``secrets`` is not whole without this field."""
        needed = self.required or (self.unless and secrets.get(self.unless) != "yes")
        return bool(needed) and self.name not in secrets


_TEXT = r"[\x21-\x7e]{1,512}"
_WORDS = "1–512 visible ASCII characters"
_HOST = r"([A-Za-z0-9.\-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])"
_PORT = r"([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])"
_ADDRESS = rf"https?://{_HOST}(:{_PORT})?(/[A-Za-z0-9._~/\-]{{0,200}})?"
_ADDRESS_WORDS = "an http or https address without query, its port, if any, 1–65535"
_REPLAY = SecretField("replay_seconds", False, r"[0-9]{1,6}", "a number of seconds, 0 for any")
"""How far a callback's time may be off, for platforms that send one."""

SECRET_FIELDS: dict[str, tuple[SecretField, ...]] = {
    "dingtalk": (
        SecretField("app_secret", True, _TEXT, _WORDS),
        SecretField("robot_code", False, _TEXT, _WORDS),
        SecretField("token", False, _TEXT, _WORDS),
        SecretField("encoding_aes_key", False, r"[A-Za-z0-9+/]{43}", "43 characters"),
        SecretField("receive_id", False, _TEXT, _WORDS),
        _REPLAY,
    ),
    "feishu": (
        SecretField("verification_token", True, _TEXT, _WORDS),
        SecretField("encrypt_key", False, _TEXT, _WORDS),
        SecretField("app_id", False, _TEXT, _WORDS),
        SecretField("plain", False, "yes", "“yes” or left out"),
        _REPLAY,
    ),
    "onebot": (
        SecretField("secret", True, _TEXT, _WORDS),
        SecretField("api_base", True, _ADDRESS, _ADDRESS_WORDS),
        SecretField("access_token", False, _TEXT, _WORDS),
        SecretField("self_id", False, r"\d{1,20}", "the bot's QQ number"),
    ),
    "qq": (
        SecretField("secret", True, _TEXT, _WORDS),
        SecretField("app_id", False, r"[0-9]{1,20}", "the bot's AppID, 1–20 digits"),
        _REPLAY,
    ),
    "telegram": (
        SecretField("secret_token", True, r"[A-Za-z0-9_-]{1,256}", "1–256 of A–Z a–z 0–9 _ -"),
        SecretField("bot_token", True, r"\d{1,20}:[A-Za-z0-9_-]{1,100}", "digits:letters"),
        SecretField("api_base", False, _ADDRESS, _ADDRESS_WORDS),
    ),
    "slack": (
        SecretField("signing_secret", True, _TEXT, _WORDS),
        SecretField("team_id", False, r"[A-Z0-9]{1,60}", "an id such as T012AB3CD"),
        _REPLAY,
    ),
    "discord": (
        SecretField("public_key", True, r"[0-9a-fA-F]{64}", "64 hexadecimal digits"),
        _REPLAY,
    ),
    "wecom": (
        SecretField("token", True, r"[A-Za-z0-9]{1,32}", "1–32 letters and digits"),
        SecretField("encoding_aes_key", True, r"[A-Za-z0-9+/]{43}", "43 characters"),
        SecretField("receive_id", True, _TEXT, _WORDS),
        SecretField("corpsecret", False, _TEXT, _WORDS),
        SecretField("api_base", False, _ADDRESS, _ADDRESS_WORDS),
    ),
    "official": (
        SecretField("token", True, r"[A-Za-z0-9]{3,32}", "3–32 letters and digits"),
        SecretField("app_id", True, r"wx[A-Za-z0-9]{1,62}", "wx and letters and digits"),
        SecretField("encoding_aes_key", False, r"[A-Za-z0-9+/]{43}", "43 characters", "plain"),
        SecretField("plain", False, "yes|no", "yes or no"),
        _REPLAY,
        SecretField("app_secret", False, _TEXT, _WORDS),
    ),
}
"""Platform → what its account consists of."""

_TO_ACT = {"onebot": "api_base", "telegram": "bot_token", "wecom": "corpsecret"}
"""Platform → the secret without which an account only listens; on others it never acts."""


@dataclass(frozen=True, slots=True)
class Account:
    """An identity as the console shows it. ``fields`` names the secrets that are set."""

    platform: str
    account: str
    name: str
    created: int
    fields: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """``platform:account``, the key in the table."""
        return f"{self.platform}:{self.account}"

    @property
    def callback(self) -> str:
        """The path the platform sends its callbacks to."""
        return f"/webhook/{self.platform}/{self.account}"


def require_acting(account: Account) -> None:
    """Raise BadInput naming the secret that is missing for an account to do anything."""
    needed = _TO_ACT.get(account.platform)
    if not needed:
        raise BadInput(f"Hearth only listens on {account.platform}: do it in the platform's app")
    if needed not in account.fields:
        raise BadInput(f"the account {account.id} has no “{needed}”: enter it under accounts")


def acts(account: Account) -> bool:
    """Whether it has the secret to do anything, not only to listen."""
    return _TO_ACT.get(account.platform) in account.fields


def check_account(platform: str, account: str) -> None:
    """Raise BadInput when there can be no such account."""
    require_platform(platform)
    if not is_account(account):
        raise BadInput("an account has 1–40 of a–z, 0–9 and -, and begins with no -")


def check_secrets(platform: str, secrets: Mapping[str, str]) -> None:
    """Raise BadInput naming the fields that are unknown, missing or malformed, never a value."""
    known = {field.name: field for field in SECRET_FIELDS[platform]}
    unknown = sorted(set(secrets) - set(known))
    missing = [name for name, field in known.items() if field.lacks(secrets)]
    if unknown or missing:
        raise BadInput(
            f"an account on {platform} has the fields {', '.join(known)}"
            + (f"; missing: {', '.join(missing)}" if missing else "")
            + (f"; unknown: {', '.join(name[:40] for name in unknown)}" if unknown else "")
        )
    for name, value in secrets.items():
        if not re.fullmatch(known[name].pattern, value):
            raise BadInput(f"{name} of an account on {platform} must be {known[name].form}")
