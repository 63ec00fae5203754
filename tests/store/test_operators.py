"""Operators: entered once, changed only as they were read."""

from dataclasses import replace

import pytest

from hearth.console_ports import OperatorStore
from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.operators import Operator, OperatorRole
from hearth.store.operators import Operators
from tests.fakes.operators import FakeOperators
from tests.support.both import BOTH, either
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def operators(request: pytest.FixtureRequest) -> OperatorStore:
    return either(request, FakeOperators, Operators, "OPERATORS_TABLE")


@pytest.fixture
def ann() -> Operator:
    return Operator(f"ann-{unique()}", OperatorRole.OPERATOR, False, "scrypt$…", 3, 1)


def test_an_operator_comes_back_as_entered(operators: OperatorStore, ann: Operator) -> None:
    operators.add(ann)
    assert operators.get(ann.name) == ann


def test_a_name_is_taken_once(operators: OperatorStore, ann: Operator) -> None:
    operators.add(ann)
    with pytest.raises(Conflict):
        operators.add(replace(ann, role=OperatorRole.OWNER))
    assert operators.get(ann.name).role is OperatorRole.OPERATOR


def test_nobody_of_that_name(operators: OperatorStore) -> None:
    with pytest.raises(NotFound):
        operators.get(unique())


@pytest.mark.parametrize(
    "meanwhile", [{"epoch": 4}, {"role": OperatorRole.VIEWER}, {"disabled": True}]
)
def test_a_change_that_saw_something_else_is_refused(
    operators: OperatorStore, ann: Operator, meanwhile: dict[str, object]
) -> None:
    operators.add(ann)
    now = replace(ann, **meanwhile)  # type: ignore[arg-type]
    operators.change(ann, now)
    with pytest.raises(Conflict):
        operators.change(ann, replace(ann, role=OperatorRole.OWNER))
    assert operators.get(ann.name) == now


def test_a_change_makes_nobody(operators: OperatorStore, ann: Operator) -> None:
    with pytest.raises(Conflict):
        operators.change(ann, ann)
    with pytest.raises(NotFound):
        operators.get(ann.name)


def test_operators_are_listed_in_pages(operators: OperatorStore) -> None:
    names = {unique() for _ in range(3)}
    for name in names:
        operators.add(Operator(name, OperatorRole.VIEWER))
    seen, cursor = [], ""
    while True:
        items, cursor = operators.page(cursor, limit=2)
        assert len(items) <= 2
        seen += [operator.name for operator in items]
        if not cursor:
            break
    assert names <= set(seen) and seen == sorted(seen)


def test_a_made_up_cursor_is_refused(operators: OperatorStore) -> None:
    with pytest.raises(BadInput):
        operators.page("%%%")
