"""No change without an entry: it is written down first, and again if it then fails."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from hearth.console_ports import AuditLog
from hearth.domain.audit import AuditEntry, Values
from hearth.domain.operators import Actor
from hearth.ports import Clock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Auditor:
    """Writes the audit entries of all console use cases."""

    log: AuditLog
    clock: Clock

    @contextmanager
    def change(
        self,
        actor: Actor,
        what: str,
        on: str,
        before: Values | None = None,
        after: Values | None = None,
    ) -> Iterator[None]:
        """Make the change inside ``with``; a failure is written down too and goes on.

        Raises Unavailable before the change when the entry cannot be stored.
        """
        entry = AuditEntry(
            self.clock(), secrets.token_hex(4), actor, what, on, before or {}, after or {}
        )
        self.log.append(entry)
        try:
            yield
        except Exception as error:
            self._failed(entry, error)
            raise

    def _failed(self, entry: AuditEntry, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"[:300]
        try:
            self.log.append(replace(entry, nonce=f"{entry.nonce}!", failed=reason))
        except Exception:
            _log.exception("the failure of %s on %s is not in the audit", entry.what, entry.on)
