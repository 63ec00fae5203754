"""The audit: entries are only ever added.

Item: ``month`` (hash, ``YYYY-MM``), ``entry`` (range, time and nonce), ``content`` (JSON),
``expires`` (s).
"""

import json
from dataclasses import asdict

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.audit import AuditEntry
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.retention import AUDIT_DAYS, expires
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind


class AuditItem(Model):
    class Meta:
        table_name = ""

    month = UnicodeAttribute(hash_key=True)
    entry = UnicodeAttribute(range_key=True)
    content = UnicodeAttribute()
    expires = NumberAttribute()


class Audit:
    """The table ``audit``."""

    def __init__(self, table_name: str) -> None:
        bind(AuditItem, table_name)

    def append(self, entry: AuditEntry) -> None:
        """Add an entry; raises Conflict rather than replace one."""
        item = AuditItem(
            entry.month,
            entry.id,
            content=json.dumps(asdict(entry), ensure_ascii=False),
            expires=expires(entry.at, AUDIT_DAYS),
        )
        with translated("audit entry"):
            item.save(AuditItem.entry.does_not_exist())

    def of_month(
        self, month: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[AuditEntry], str]:
        """Entries of a month, newest first, and the next page's cursor."""
        with translated("audit entry"):
            found = AuditItem.query(
                month,
                scan_index_forward=False,
                consistent_read=True,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)


def _read(item: AuditItem) -> AuditEntry:
    content = json.loads(item.content)
    actor = content.pop("actor")
    role = OperatorRole(actor.pop("role"))
    return AuditEntry(actor=Actor(role=role, **actor), **content)
