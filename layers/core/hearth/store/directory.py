"""The keys of a table in one item of that table, so that listing needs no scan.

A key is entered before its item is written and leaves after its item is gone: a crash between
leaves at worst a key without an item, which lists pass over.
"""

from typing import Any

from pynamodb.expressions.condition import size
from pynamodb.models import Model

from hearth.domain.errors import BadInput, Conflict
from hearth.store.base import bounded, translated

ALL = "#all"
"""Hash key of the directory's item; no real key looks like it."""

MOST = 1000


class Directory:
    """Works on a model with the set attribute ``ids``."""

    def __init__(self, model: type[Model], what: str) -> None:
        self._model: Any = model
        self._what = what

    def enter(self, key: str) -> None:
        """Add a key; harmless when it is there. Raises BadInput when the table is full."""
        ids = self._model.ids
        count = size(ids)  # type: ignore[no-untyped-call]
        room = ids.does_not_exist() | (count < MOST) | ids.contains(key)
        try:
            with translated(self._what):
                self._model(ALL).update([ids.add({key})], room)
        except Conflict as error:
            raise BadInput(f"there can be {MOST} of {self._what} at most") from error

    def leave(self, key: str) -> None:
        """Take a key out; harmless when it is not there."""
        with translated(self._what):
            self._model(ALL).update([self._model.ids.delete({key})])

    def page(self, after: str, limit: int) -> tuple[list[str], str]:
        """The sorted keys behind ``after`` and the cursor of the next page."""
        with translated(self._what):
            found = list(self._model.batch_get([ALL], consistent_read=True))
        keys = sorted(key for item in found for key in item.ids or () if key > after)
        shown = keys[: bounded(limit)]
        return shown, shown[-1] if len(keys) > len(shown) else ""
