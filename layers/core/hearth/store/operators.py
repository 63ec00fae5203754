"""Operators by name. Item: ``kind`` = operator (hash), ``id`` = name (range), …"""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.operators import Operator, OperatorRole
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind

_KIND = "operator"


class OperatorItem(Model):
    class Meta:
        table_name = ""

    kind = UnicodeAttribute(hash_key=True, default=_KIND)
    id = UnicodeAttribute(range_key=True)
    role = UnicodeAttribute()
    disabled = BooleanAttribute()
    password_hash = UnicodeAttribute()
    epoch = NumberAttribute()
    created = NumberAttribute()


class Operators:
    """Operators in the table ``operators``."""

    def __init__(self, table_name: str) -> None:
        bind(OperatorItem, table_name)

    def add(self, operator: Operator) -> None:
        """Enter a new operator; raises Conflict when the name is taken."""
        with translated("operator"):
            _write(operator).save(OperatorItem.id.does_not_exist())

    def change(self, before: Operator, after: Operator) -> None:
        """Replace ``before``; raises Conflict when it has changed meanwhile."""
        same = (
            (OperatorItem.epoch == before.epoch)
            & (OperatorItem.role == before.role.value)
            & (OperatorItem.disabled == before.disabled)
        )
        with translated("operator"):
            _write(after).save(same)

    def get(self, name: str) -> Operator:
        """One operator as he is now; raises NotFound."""
        with translated("operator"):
            return _read(OperatorItem.get(_KIND, name, consistent_read=True))

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Operator], str]:
        """Operators by name and the next page's cursor."""
        with translated("operator"):
            found = OperatorItem.query(
                _KIND,
                consistent_read=True,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)


def _write(operator: Operator) -> OperatorItem:
    return OperatorItem(
        _KIND,
        operator.name,
        role=operator.role.value,
        disabled=operator.disabled,
        password_hash=operator.password_hash,
        epoch=operator.epoch,
        created=operator.created,
    )


def _read(item: OperatorItem) -> Operator:
    return Operator(
        item.id,
        OperatorRole(item.role),
        item.disabled,
        item.password_hash,
        int(item.epoch),
        int(item.created),
    )
