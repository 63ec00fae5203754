"""Verdicts, under the same keys as the events they judge."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.errors import Conflict
from hearth.domain.groups import GroupRef
from hearth.domain.retention import EVENT_DAYS, expires
from hearth.domain.rules.record import from_json, to_json
from hearth.domain.rules.verdict import Verdict
from hearth.store.base import bounded, translated
from hearth.store.connection import bind


class VerdictItem(Model):
    class Meta:
        table_name = ""

    group = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    verdict = UnicodeAttribute()
    expires = NumberAttribute()


class Verdicts:
    """The table ``verdicts``."""

    def __init__(self, table_name: str) -> None:
        bind(VerdictItem, table_name)

    def record(self, group: GroupRef, key: str, verdict: Verdict, now: int) -> Verdict:
        """Keep the first verdict on an event and return it: a repeat acts on the same one."""
        item = VerdictItem(
            group.id, key, verdict=to_json(verdict), expires=expires(now, EVENT_DAYS)
        )
        try:
            with translated("verdict"):
                item.save(VerdictItem.key.does_not_exist())
        except Conflict:
            return self.get(group, key)
        return verdict

    def get(self, group: GroupRef, key: str) -> Verdict:
        """One verdict; raises NotFound."""
        with translated("verdict"):
            return from_json(VerdictItem.get(group.id, key, consistent_read=True).verdict)

    def newest(self, group: GroupRef, before: str = "", limit: int = 50) -> dict[str, Verdict]:
        """Verdicts of a group by event key, newest first."""
        condition = VerdictItem.key < before if before else None
        with translated("verdict"):
            found = VerdictItem.query(
                group.id, condition, scan_index_forward=False, limit=bounded(limit)
            )
            return {item.key: from_json(item.verdict) for item in found}
