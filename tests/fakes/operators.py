"""Operators in memory."""

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.operators import Operator
from tests.fakes.paging import page

_TAKEN = "this operator exists already or has changed meanwhile"


class FakeOperators:
    """The contract of ``store.operators.Operators``."""

    def __init__(self) -> None:
        self._kept: dict[str, Operator] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, operator: Operator) -> None:
        if operator.name in self._kept:
            raise Conflict(_TAKEN)
        self._kept[operator.name] = operator

    def change(self, before: Operator, after: Operator) -> None:
        known = self._kept.get(before.name)
        if known is None or _version(known) != _version(before):
            raise Conflict(_TAKEN)
        self._kept[after.name] = after

    def get(self, name: str) -> Operator:
        if name not in self._kept:
            raise NotFound("there is no such operator")
        return self._kept[name]

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Operator], str]:
        return page([self._kept[name] for name in sorted(self._kept)], cursor, limit)


def _version(operator: Operator) -> tuple[object, ...]:
    return operator.epoch, operator.role, operator.disabled
