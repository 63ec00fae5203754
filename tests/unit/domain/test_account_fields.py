"""Accounts of platforms: every complaint names the fields, none repeats a secret."""

import pytest

from hearth.domain.accounts import (
    SECRET_FIELDS,
    Account,
    acts,
    check_account,
    check_secrets,
    require_acting,
)
from hearth.domain.capabilities import CAPABILITIES
from hearth.domain.errors import BadInput

GOOD: dict[str, dict[str, str]] = {
    "dingtalk": {"app_secret": "s", "token": "t", "receive_id": "ding1"},
    "feishu": {"verification_token": "v", "encrypt_key": "k", "app_id": "cli_1"},
    "onebot": {"secret": "s", "api_base": "http://127.0.0.1:5700", "access_token": "t"},
    "official": {"token": "abc", "app_id": "wx1", "encoding_aes_key": "k" * 43},
    "qq": {"secret": "s", "app_id": "102000001", "replay_seconds": "300"},
    "telegram": {"secret_token": "a_b-1", "bot_token": "4444444:abc-DEF_1"},
    "slack": {"signing_secret": "s", "team_id": "T0TESTS01", "replay_seconds": "0"},
    "discord": {"public_key": "0f" * 32, "replay_seconds": "300"},
    "wecom": {"token": "abc", "encoding_aes_key": "k" * 43, "receive_id": "ww1"},
}
REQUIRED = {
    "dingtalk": ["app_secret"],
    "feishu": ["verification_token"],
    "onebot": ["secret", "api_base"],
    "official": ["token", "app_id", "encoding_aes_key"],
    "qq": ["secret"],
    "telegram": ["secret_token", "bot_token"],
    "slack": ["signing_secret"],
    "discord": ["public_key"],
    "wecom": ["token", "encoding_aes_key", "receive_id"],
}


def test_every_platform_says_what_its_accounts_consist_of() -> None:
    assert set(SECRET_FIELDS) == set(CAPABILITIES) == set(GOOD)


@pytest.mark.parametrize("platform", sorted(GOOD))
def test_a_whole_account_is_accepted(platform: str) -> None:
    check_account(platform, "main")
    check_secrets(platform, GOOD[platform])


@pytest.mark.parametrize("platform", sorted(REQUIRED))
def test_what_is_missing_is_named(platform: str) -> None:
    for name in REQUIRED[platform]:
        rest = {known: value for known, value in GOOD[platform].items() if known != name}
        with pytest.raises(BadInput, match=f"missing: {name}$"):
            check_secrets(platform, rest)


@pytest.mark.parametrize("platform", sorted(REQUIRED))
def test_what_is_not_required_may_be_left_out(platform: str) -> None:
    check_secrets(platform, {name: GOOD[platform][name] for name in REQUIRED[platform]})


def test_what_another_setting_makes_needless_may_be_left_out() -> None:
    rest = {"token": "abc", "app_id": "wx1"}
    check_secrets("official", {**rest, "plain": "yes"})
    with pytest.raises(BadInput, match="missing: encoding_aes_key$"):
        check_secrets("official", {**rest, "plain": "no"})


def test_what_is_unknown_is_named_and_cut() -> None:
    with pytest.raises(BadInput, match="unknown: colour, z{40}$"):
        check_secrets("wecom", {**GOOD["wecom"], "colour": "red", "z" * 99: "1"})


@pytest.mark.parametrize(
    ("platform", "name", "value"),
    [
        ("onebot", "secret", "with space"),
        ("onebot", "secret", ""),
        ("onebot", "api_base", "ftp://leaky.example"),
        ("onebot", "api_base", "https://leaky.example/?token=1"),
        ("onebot", "api_base", "https://user@leaky.example"),
        ("onebot", "api_base", "http://leaky.example:99999"),
        ("onebot", "api_base", "http://leaky.example:65536"),
        ("onebot", "api_base", "http://leaky.example:0"),
        ("onebot", "api_base", "http://leaky.example:"),
        ("onebot", "api_base", "http://leaky.example:80:81"),
        ("onebot", "api_base", "http://[::1"),
        ("onebot", "api_base", "http://"),
        ("qq", "app_id", "leaky"),
        ("telegram", "bot_token", "leaky"),
        ("telegram", "secret_token", "leaky!"),
        ("slack", "team_id", "leaky"),
        ("slack", "replay_seconds", "leaky"),
        ("discord", "public_key", "leaky"),
        ("wecom", "encoding_aes_key", "leaky"),
        ("wecom", "token", "leaky-1"),
    ],
)
def test_a_malformed_secret_is_named_but_never_repeated(
    platform: str, name: str, value: str
) -> None:
    with pytest.raises(BadInput, match=f"^{name} of an account on {platform} must be") as refused:
        check_secrets(platform, {**GOOD[platform], name: value})
    assert "leaky" not in str(refused.value)


@pytest.mark.parametrize("host", ["bot", "bot.example", "127.0.0.1", "[::1]", "[fe80::1.2.3.4]"])
@pytest.mark.parametrize("port", ["", ":1", ":80", ":5700", ":9999", ":10000", ":59999", ":65535"])
@pytest.mark.parametrize("path", ["", "/", "/onebot/main"])
def test_a_possible_address_is_accepted(host: str, port: str, path: str) -> None:
    check_secrets("onebot", {**GOOD["onebot"], "api_base": f"http://{host}{port}{path}"})


@pytest.mark.parametrize(("platform", "account"), [("irc", "main"), ("onebot", "Main")])
def test_an_impossible_account_is_refused(platform: str, account: str) -> None:
    with pytest.raises(BadInput):
        check_account(platform, account)


def test_an_account_knows_its_key_and_its_callback() -> None:
    account = Account("onebot", "main", "Our bot", 1)
    assert account.id == "onebot:main"
    assert account.callback == "/webhook/onebot/main"


@pytest.mark.parametrize("platform", sorted(name for name, can in CAPABILITIES.items() if not can))
def test_an_account_only_listens_where_there_is_nothing_to_do(platform: str) -> None:
    account = Account(platform, "main", "Our bot", 1, tuple(GOOD[platform]))
    assert not acts(account)
    with pytest.raises(BadInput, match=f"^Hearth only listens on {platform}"):
        require_acting(account)
