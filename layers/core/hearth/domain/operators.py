"""Who may work in the console, and what each of them may do."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from hearth.domain.errors import BadInput, Forbidden

_NAME = re.compile(r"\w[\w.@-]{0,39}")
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200


class OperatorRole(StrEnum):
    """A viewer reads, an operator changes, an owner also manages people and secrets."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    OWNER = "owner"

    def covers(self, other: "OperatorRole") -> bool:
        """Whether this role may do what ``other`` may."""
        order = list(OperatorRole)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Operator:
    """A person with access to the console."""

    name: str
    role: OperatorRole
    disabled: bool = False
    password_hash: str = ""
    """Empty until the person has chosen a password."""
    epoch: int = 0
    """Sessions of an older epoch are over."""
    created: int = 0


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A machine's access. The token itself is shown once; only its digest is kept."""

    id: str
    name: str
    role: OperatorRole
    digest: str
    created: int
    created_by: str


@dataclass(frozen=True, slots=True)
class LoginLink:
    """A way in that works once. ``digest`` is the SHA-256 of the link's token."""

    digest: str
    operator: str
    epoch: int
    """The operator's epoch when it was made: a later one voids the link."""
    expires: int
    """Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, in which role, from where."""

    name: str
    role: OperatorRole
    via: str
    """``password``, ``link``, ``token``, ``command`` or ``refill``."""
    address: str
    """The client's IP address."""

    def require(self, role: OperatorRole) -> None:
        """Raise Forbidden unless the actor's role covers ``role``."""
        if not self.role.covers(role):
            raise Forbidden(f"this needs the role “{role}”, yours is “{self.role}”")


def operator_name(text: str) -> str:
    """``text`` in the one form names are stored in; raises BadInput.

    Compatibility characters and capitals are folded, so that no two names look the same.
    """
    name = unicodedata.normalize("NFKC", text.strip()).casefold()
    if not _NAME.fullmatch(name):
        raise BadInput("a name has 1–40 letters, digits or . _ @ - and begins with a letter")
    return name


def check_password(password: str, name: str) -> None:
    """Raise BadInput when ``password`` is too short, too long or too easy to guess."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    if len(set(password)) < 5 or name in password.casefold():
        raise BadInput("this password is too easy to guess: use several unrelated words")
