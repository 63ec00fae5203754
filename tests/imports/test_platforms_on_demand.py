"""A platform's translator is loaded when its first callback comes, and no other with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback
from hearth.domain.capabilities import CAPABILITIES
from tests.events import sign
from tests.imports.children import loaded_by, packages

_FIRST_CALLBACK = "from hearth.platforms import inbound\ninbound({platform!r})"
_FIRST_DELIVERY = "from hearth.platforms import outbound\noutbound({platform!r})"

_OPENED = """
from hearth.domain.callbacks import Callback
from hearth.domain.errors import Unverified
from hearth.platforms import inbound
try:
    inbound({platform!r}).open(Callback("POST", {headers!r}, {query!r}, {body!r}), {secrets!r})
except Unverified:
    assert {forged!r}
else:
    assert not {forged!r}
"""

_ACTING = sorted(platform for platform, kinds in CAPABILITIES.items() if kinds)


def _opened(platform: str, callback: Callback, forged: bool) -> str:
    told = {"headers": callback.headers, "query": callback.query, "body": callback.body}
    secrets = sign.VENDORS[platform].SECRETS
    return _OPENED.format(platform=platform, secrets=secrets, forged=forged, **told)


def _wecom(forged: bool) -> str:
    callback = sign.wecom(sign.sample("wecom/app_image.xml"))
    query = {**callback.query, **({"nonce": "another"} if forged else {})}
    return _opened("wecom", replace(callback, query=query), forged)


def _qq(forged: bool) -> str:
    callback = sign.VENDORS["qq"].signed(sign.sample("qq/group_at_plain.json"))
    headers = {**callback.headers, **({"x-signature-ed25519": "another"} if forged else {})}
    return _opened("qq", replace(callback, headers=headers), forged)


def _translators(modules: frozenset[str]) -> set[str]:
    names = (module.removeprefix("hearth.platforms.") for module in modules)
    return {name.split("_")[0] for name in names if name.split("_")[0] in CAPABILITIES}


@pytest.mark.parametrize("room", ["webhook", "rules", "deliver", "engage", "livecode", "vitality"])
def test_a_cold_start_knows_no_platform(room: str) -> None:
    assert _translators(loaded_by(room)) == set()


@pytest.mark.parametrize("platform", sorted(CAPABILITIES))
def test_the_first_callback_loads_its_own_translator_alone(platform: str) -> None:
    loaded = loaded_by("webhook", _FIRST_CALLBACK.format(platform=platform))
    assert _translators(loaded) == {platform}


@pytest.mark.parametrize("platform", _ACTING)
def test_the_first_delivery_loads_its_own_speaker_alone(platform: str) -> None:
    loaded = loaded_by("deliver", _FIRST_DELIVERY.format(platform=platform))
    assert _translators(loaded) == {platform}


@pytest.mark.parametrize("platform", sorted(CAPABILITIES))
def test_a_translator_needs_neither_ciphers_nor_xml_before_a_callback_is_genuine(
    platform: str,
) -> None:
    loaded = loaded_by("webhook", _FIRST_CALLBACK.format(platform=platform))
    assert packages(loaded) & {"cryptography", "defusedxml"} == set()


@pytest.mark.parametrize(("platform", "opened"), [("wecom", _wecom), ("qq", _qq)])
def test_a_callback_that_cannot_be_genuine_is_refused_without_ciphers(
    platform: str, opened: Callable[[bool], str]
) -> None:
    loaded = loaded_by("webhook", opened(True))
    assert _translators(loaded) == {platform}
    assert "cryptography" not in packages(loaded)


@pytest.mark.parametrize("opened", [_wecom, _qq])
def test_a_genuine_callback_brings_its_ciphers_and_no_aws_client(
    opened: Callable[[bool], str],
) -> None:
    loaded = packages(loaded_by("webhook", opened(False)))
    assert "cryptography" in loaded
    assert loaded & {"boto3", "pynamodb", "requests", "pydantic", "urllib3"} == set()
