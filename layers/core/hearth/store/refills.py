"""Revoked refill links. They expire by themselves, as the links do.

In the table ``operators``: ``kind`` = refill (hash), ``id`` = live code (range), ``expires`` (s).
"""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.errors import NotFound
from hearth.store.base import translated
from hearth.store.connection import bind

_REFILL = "refill"


class RevocationItem(Model):
    class Meta:
        table_name = ""

    kind = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)
    until = NumberAttribute()
    expires = NumberAttribute()


class Revocations:
    """Up to when the links of live codes are void."""

    def __init__(self, table_name: str) -> None:
        bind(RevocationItem, table_name)

    def revoke(self, code: str, until: int, expires: int) -> None:
        """Void links made up to ``until`` (ms since 1970); forgotten after ``expires`` (s)."""
        with translated("refill link"):
            RevocationItem(_REFILL, code, until=until, expires=expires).save()

    def revoked(self, code: str) -> int:
        """Up to when links are void, ms since 1970; 0 when none was revoked."""
        try:
            with translated("refill link"):
                return int(RevocationItem.get(_REFILL, code, consistent_read=True).until)
        except NotFound:
            return 0
