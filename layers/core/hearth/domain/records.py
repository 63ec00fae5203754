"""An event as people look at it: read if it can be, with what the rules said."""

from dataclasses import dataclass

from hearth.domain.events import Fact
from hearth.domain.groups import GroupRef
from hearth.domain.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its verdict. ``fact`` is None when its body cannot be read."""

    group: GroupRef
    key: str
    received: int
    """ms since 1970."""
    fact: Fact | None
    problem: str = ""
    """Why it cannot be read."""
    verdict: Verdict | None = None
