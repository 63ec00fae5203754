"""What was changed, by whom, from where and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hearth.domain.operators import Actor

Values = Mapping[str, object]
"""Named values before or after a change; never a secret."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change, written down before it is made."""

    at: int
    """ms since 1970."""
    nonce: str
    """Keeps two entries of one millisecond apart."""
    actor: Actor
    what: str
    """Noun and verb, for example ``community.create``."""
    on: str
    """The key of the thing that is changed."""
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    failed: str = ""
    """Why the change was not made after all."""

    @property
    def month(self) -> str:
        """``YYYY-MM`` in UTC."""
        return month_of(self.at)

    @property
    def id(self) -> str:
        """Sorts by time."""
        return f"{self.at:013d}#{self.nonce}"


def month_of(at: int) -> str:
    """The month of ``at`` (ms since 1970) as ``YYYY-MM`` in UTC."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m")
