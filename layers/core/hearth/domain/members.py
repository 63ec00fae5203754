"""A person in a group, as far as rules and lists need to know him."""

from dataclasses import dataclass

from hearth.domain.events import Role


@dataclass(frozen=True, slots=True)
class Member:
    """Standing of one member in one group. Times are ms since 1970, 0 when never seen."""

    id: str
    name: str = ""
    role: Role = Role.UNKNOWN
    present: bool = True
    joined_at: int = 0
    via: str = ""
    inviter: str = ""
    messages: int = 0
    spoke_at: int = 0
