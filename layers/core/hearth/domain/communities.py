"""What an operator runs."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from hearth.domain.errors import BadInput

LANGUAGES = ("zh", "en")

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ZONE = re.compile(r"[A-Za-z_]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")


@dataclass(frozen=True, slots=True)
class Community:
    """Owner of groups, rules, live codes and posts."""

    id: str
    name: str
    language: str
    """``zh`` or ``en``."""
    time_zone: str
    """IANA name."""
    goal: str
    """What a conversion is here, in the operator's words."""
    created: int
    """ms since 1970."""


def check_community(community: Community) -> Community:
    """The same community; raises BadInput naming the field that cannot be used."""
    if not _ID.fullmatch(community.id):
        raise BadInput("a community's key has 1–40 of a–z, 0–9 and -, and begins with no -")
    if community.language not in LANGUAGES:
        raise BadInput(f"language is one of {', '.join(LANGUAGES)}")
    check_time_zone(community.time_zone)
    return community


def check_time_zone(name: str) -> None:
    """Raise BadInput when ``name`` is no IANA time zone such as Asia/Shanghai."""
    try:
        if not _ZONE.fullmatch(name):
            raise ValueError(name)
        ZoneInfo(name)
    except (ValueError, KeyError, OSError) as error:
        wrong = f"“{name[:40]}” is not a time zone: use an IANA name such as Asia/Shanghai"
        raise BadInput(wrong) from error
