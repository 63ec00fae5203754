"""Platforms are found by name and imported only when asked for."""

import subprocess
import sys

import pytest

from hearth import platforms
from hearth.domain.actions import (
    KINDS,
    Action,
    DeleteMessage,
    FetchJoins,
    Kick,
    Mute,
    OpenWay,
    PostText,
    ShowWay,
)
from hearth.domain.capabilities import CAPABILITIES, can
from hearth.domain.errors import Misconfigured, NotFound
from tests.events.sign import VENDORS, sample, samples

KNOWN = ", ".join(sorted(CAPABILITIES))
ABLE = [name for name, kinds in CAPABILITIES.items() if kinds]
ACTIONS: dict[str, Action] = {
    "post": PostText("x"),
    "delete": DeleteMessage("1"),
    "mute": Mute("1", 60),
    "kick": Kick("1"),
    "open-way": OpenWay("lc_tea_1", 100, 0, "Tea ", 2),
    "show-way": ShowWay("c1", "lc_tea_1", 100, 0),
    "fetch-joins": FetchJoins(0, 0),
}


def _secrets(platform: str) -> dict[str, str]:
    return {**VENDORS[platform].SECRETS, "access_token": "a-token"}


@pytest.mark.parametrize("platform", CAPABILITIES)
def test_every_platform_can_be_read(platform: str) -> None:
    reader = platforms.inbound(platform)
    assert callable(reader.read)


@pytest.mark.parametrize(
    ("platform", "kind"), [(name, kind) for name, kinds in CAPABILITIES.items() for kind in kinds]
)
def test_every_promised_action_can_be_said(platform: str, kind: str) -> None:
    call = platforms.outbound(platform).request("1", ACTIONS[kind], _secrets(platform))
    assert call.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("platform", "status", "body"),
    [
        ("dingtalk", 200, ""),
        ("feishu", 200, "{}"),
        ("official", 200, "success"),
        ("onebot", 204, ""),
        ("qq", 200, '{"op":12,"d":0}'),
        ("slack", 200, ""),
        ("telegram", 200, ""),
        ("discord", 204, ""),
        ("wecom", 200, ""),
    ],
)
def test_acknowledgements(platform: str, status: int, body: str) -> None:
    vendor, reader = VENDORS[platform], platforms.inbound(platform)
    callback = vendor.signed(sample(samples(platform)[0]))
    reply = reader.acknowledge(callback, b"", vendor.SECRETS)
    assert (reply.status, reply.body) == (status, body)


@pytest.mark.parametrize("name", ["", "fields", "onebot_api", "..domain", "os", "é" * 99])
def test_other_names_are_not_found_even_if_such_a_module_exists(name: str) -> None:
    with pytest.raises(NotFound, match=KNOWN):
        platforms.inbound(name)
    with pytest.raises(NotFound, match=KNOWN):
        platforms.outbound(name)


@pytest.mark.parametrize(
    ("platform", "kind"),
    [(name, kind) for name in ABLE for kind in KINDS if not can(name, kind)],
)
def test_what_is_not_promised_cannot_be_said(platform: str, kind: str) -> None:
    with pytest.raises(Misconfigured, match=f"no call for “{kind}”"):
        platforms.outbound(platform).request("1", ACTIONS[kind], _secrets(platform))


HEAVY = {"cryptography", "defusedxml", "xml", "requests", "boto3", "botocore", "pydantic"}


@pytest.mark.parametrize(
    "platform",
    CAPABILITIES,
)
def test_importing_a_translator_is_cheap(platform: str) -> None:
    code = (
        "import sys\nfrom hearth.platforms import inbound\n"
        f"inbound({platform!r})\nsys.stdout.write(' '.join(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "layers/core"},
    )
    loaded = set(run.stdout.split())
    assert not loaded & HEAVY
    others = {f"hearth.platforms.{name}" for name in CAPABILITIES} - {
        f"hearth.platforms.{platform}"
    }
    assert not loaded & others
