"""The audit in memory."""

from hearth.domain.audit import AuditEntry
from hearth.domain.errors import Conflict, Unavailable
from tests.fakes.paging import page


class FakeAudit:
    """The contract of ``store.audit.Audit``."""

    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []
        self.down = False

    def __contains__(self, what: str) -> bool:
        return any(entry.what == what for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def append(self, entry: AuditEntry) -> None:
        """Add an entry; raises Unavailable while it is ``down``."""
        if self.down:
            raise Unavailable("audit entry: ThrottlingException")
        if any(known.id == entry.id for known in self.entries):
            raise Conflict("this audit entry exists already or has changed meanwhile")
        self.entries.append(entry)

    def of_month(
        self, month: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[AuditEntry], str]:
        found = [entry for entry in self.entries if entry.month == month]
        newest_first = sorted(found, key=lambda entry: entry.id, reverse=True)
        return page(newest_first, cursor, limit)
