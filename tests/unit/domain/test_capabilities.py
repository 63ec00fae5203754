"""What is promised on a platform is what can be done there."""

import pytest

from hearth.domain.actions import KINDS
from hearth.domain.capabilities import CAPABILITIES, can, require_able, require_platform
from hearth.domain.errors import BadInput, NotFound


@pytest.mark.parametrize("platform", sorted(CAPABILITIES))
def test_only_actions_that_exist_are_promised(platform: str) -> None:
    assert CAPABILITIES[platform] <= set(KINDS)
    assert {kind for kind in KINDS if can(platform, kind)} == CAPABILITIES[platform]


def test_nothing_can_be_done_on_a_platform_nobody_knows() -> None:
    assert not any(can("irc", kind) for kind in KINDS)


@pytest.mark.parametrize(("platform", "kind"), [("wecom", "delete"), ("onebot", "open-way")])
def test_what_cannot_be_done_is_refused_and_says_what_to_do_instead(
    platform: str, kind: str
) -> None:
    with pytest.raises(NotFound, match=f"{kind} on {platform}: do it by hand"):
        require_able(platform, kind)


def test_an_unknown_platform_is_refused_with_the_known_ones() -> None:
    known = ", ".join(sorted(CAPABILITIES))
    with pytest.raises(BadInput, match=f"“irc” is not a platform.*{known}"):
        require_platform("irc")


@pytest.mark.parametrize("platform", sorted(CAPABILITIES))
def test_a_known_platform_is_accepted(platform: str) -> None:
    require_platform(platform)
