"""A platform's translator is loaded when its first callback comes, and no other with it."""

import pytest

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
    inbound("wecom").open(Callback("POST", {{}}, {query!r}, {body!r}), {secrets!r})
except Unverified:
    assert {forged!r}
else:
    assert not {forged!r}
"""

_ACTING = sorted(platform for platform, kinds in CAPABILITIES.items() if kinds)


def _opened(forged: bool) -> str:
    callback = sign.wecom(sign.sample("wecom/app_image.xml"))
    query = {**callback.query, **({"nonce": "another"} if forged else {})}
    return _OPENED.format(query=query, body=callback.body, secrets=sign.WECOM, forged=forged)


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


def test_a_forged_callback_of_wecom_is_refused_without_ciphers() -> None:
    loaded = loaded_by("webhook", _opened(forged=True))
    assert _translators(loaded) == {"wecom"}
    assert "cryptography" not in packages(loaded)


def test_a_genuine_callback_of_wecom_brings_its_ciphers_and_no_aws_client() -> None:
    loaded = packages(loaded_by("webhook", _opened(forged=False)))
    assert "cryptography" in loaded
    assert loaded & {"boto3", "pynamodb", "requests", "pydantic", "urllib3"} == set()
