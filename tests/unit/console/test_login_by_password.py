"""Logging in by password: one answer for every mistake, and not too many tries."""

from dataclasses import replace

import pytest

from hearth.domain.errors import HearthError, TooManyAttempts, Unauthenticated
from hearth.usecases.throttle import ATTEMPTS_PER_ADDRESS, ATTEMPTS_PER_NAME, WINDOW_S
from tests.unit.console.people import HOME, OWNER, PASSWORD, VIEWER, Office


@pytest.fixture
def office() -> Office:
    made = Office()
    made.hire(OWNER)
    return made


def _refused(office: Office, name: str, password: str, address: str = HOME) -> HearthError:
    with pytest.raises(HearthError) as refused:
        office.login.by_password(name, password, address)
    return refused.value


def test_the_right_password_lets_in_and_is_written_down(office: Office) -> None:
    assert office.login.by_password(" Ann ", PASSWORD, HOME).name == "ann"
    (entry,) = office.log.entries
    assert (entry.what, entry.actor.via, entry.actor.address) == ("session.open", "password", HOME)


def test_every_mistake_is_told_the_same_and_costs_one_check(office: Office) -> None:
    office.hire(VIEWER, password="")
    office.operators.change(
        office.operators.get("ann"), replace(office.operators.get("ann"), epoch=1)
    )
    shut_out = replace(office.operators.get("ann"), name="dan", disabled=True)
    office.operators.add(shut_out)
    mistakes = [("ann", "wrong"), ("nobody", PASSWORD), ("cleo", ""), ("dan", PASSWORD)]
    for name, password in mistakes:
        before = office.hasher.checks
        refused = _refused(office, name, password)
        assert type(refused) is Unauthenticated
        assert str(refused) == "name or password is wrong"
        assert office.hasher.checks == before + 1
    assert str(_refused(office, "no/name", "x")) == "name or password is wrong"
    assert "session.open" not in office.log


def test_a_name_is_guessed_at_only_so_often(office: Office) -> None:
    for number in range(ATTEMPTS_PER_NAME):
        assert type(_refused(office, "ann", "wrong", f"198.51.100.{number}")) is Unauthenticated
    checks = office.hasher.checks
    refused = _refused(office, "ANN", PASSWORD, "198.51.100.99")
    assert isinstance(refused, TooManyAttempts) and 0 < refused.retry_after <= WINDOW_S
    assert office.hasher.checks == checks
    office.clock.pass_by(refused.retry_after * 1000)
    assert office.login.by_password("ann", PASSWORD, HOME).name == "ann"


def test_an_address_guesses_only_so_often_whatever_the_names(office: Office) -> None:
    for number in range(ATTEMPTS_PER_ADDRESS):
        _refused(office, f"guess{number}", "wrong")
    assert type(_refused(office, "ann", PASSWORD)) is TooManyAttempts
    assert office.login.by_password("ann", PASSWORD, "198.51.100.1").name == "ann"


def test_one_ipv6_network_is_one_address(office: Office) -> None:
    for number in range(ATTEMPTS_PER_ADDRESS):
        _refused(office, f"guess{number}", "wrong", f"2001:db8::{number:x}")
    assert type(_refused(office, "ann", PASSWORD, "2001:db8::ffff:1")) is TooManyAttempts
    assert office.login.by_password("ann", PASSWORD, "2001:db8:0:1::1").name == "ann"


@pytest.mark.parametrize("address", ["", "unknown", "::1", "999.1.1.1", "fe80::1%eth0"])
def test_strange_addresses_are_counted_too(office: Office, address: str) -> None:
    for number in range(ATTEMPTS_PER_ADDRESS):
        _refused(office, f"guess{number}", "wrong", address)
    assert type(_refused(office, "ann", PASSWORD, address)) is TooManyAttempts


def test_success_starts_the_count_of_the_name_anew(office: Office) -> None:
    for _ in range(3):
        for number in range(ATTEMPTS_PER_NAME - 1):
            _refused(office, "ann", "wrong", f"198.51.100.{number}")
        office.login.by_password("ann", PASSWORD, HOME)
