"""Strangers who guess names: slowed down, and no harm to accounts that exist."""

from contextlib import suppress

import pytest

from hearth.domain.errors import NotFound, Unavailable
from hearth.runtime.secrets import ParameterStore
from tests.unit.runtime.toy_ssm import ToySsm


@pytest.fixture
def store(ssm: ToySsm, now: list[float]) -> ParameterStore:
    return ParameterStore("/hearth/test", ssm, lambda: now[0])


def _guess(store: ParameterStore, *numbers: int) -> None:
    for number in numbers:
        with suppress(NotFound, Unavailable):
            store.read(f"guess-{number}")


def test_guesses_are_looked_up_five_at_once_and_then_one_a_second(
    ssm: ToySsm, store: ParameterStore, now: list[float]
) -> None:
    _guess(store, *range(100))
    assert len(ssm.asked) == 5
    for second in range(1, 11):
        now[0] += 1
        _guess(store, *range(100 * second, 100 * second + 100))
    assert len(ssm.asked) == 15


def test_who_guesses_on_is_told_to_come_again(ssm: ToySsm, store: ParameterStore) -> None:
    _guess(store, *range(5))
    with pytest.raises(Unavailable, match="try again"):
        store.read("guess-5")
    with pytest.raises(NotFound):
        store.read("guess-0")


def test_a_stream_of_guesses_costs_a_known_name_nothing(
    ssm: ToySsm, store: ParameterStore, now: list[float]
) -> None:
    store.read("key")
    for second in range(230):
        now[0] += 1
        _guess(store, *range(10 * second, 10 * second + 10))
        assert store.read("key") == "k1"
    assert ssm.asked.count("/hearth/test/key") == 1
    now[0] += 71
    ssm.parameters["/hearth/test/key"] = "k2"
    _guess(store, *range(50_000, 50_010))
    assert store.read("key") == "k2"


def test_names_that_exist_are_no_guesses(ssm: ToySsm, store: ParameterStore) -> None:
    names = [f"accounts/onebot/shop-{number}" for number in range(50)]
    ssm.parameters |= {f"/hearth/test/{name}": "{}" for name in names}
    assert [store.read(name) for name in names] == ["{}"] * 50


def test_lookups_that_fail_count_as_guesses(ssm: ToySsm, store: ParameterStore) -> None:
    ssm.failing = Unavailable("ssm GetParameter: ThrottlingException")
    _guess(store, *range(100))
    assert len(ssm.asked) == 5


def test_what_strangers_ask_for_does_not_fill_the_memory(
    store: ParameterStore, now: list[float]
) -> None:
    store.read("key")
    for number in range(2500):
        now[0] += 0.01
        store._miss(f"guess-{number}")
        assert len(store._missing) <= 1000
    assert set(store._values) == {"key"}
