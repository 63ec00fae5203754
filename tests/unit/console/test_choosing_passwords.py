"""Choosing a password and ending sessions."""

from dataclasses import replace

import pytest

from hearth.domain.errors import BadInput, TooManyAttempts, Unauthenticated
from hearth.usecases.throttle import ATTEMPTS_PER_NAME
from tests.unit.console.people import HOME, OWNER, PASSWORD, Office

NEW = "four unrelated words here"


@pytest.fixture
def office() -> Office:
    made = Office()
    made.hire(OWNER)
    return made


def test_a_new_password_needs_the_current_one_and_ends_all_sessions(office: Office) -> None:
    with pytest.raises(BadInput, match="current"):
        office.login.set_password(OWNER, NEW, None)
    with pytest.raises(BadInput, match="current"):
        office.login.set_password(OWNER, NEW, "wrong")
    before = office.operators.get("ann")
    fresh = office.login.set_password(OWNER, NEW, PASSWORD)
    with pytest.raises(Unauthenticated):
        office.login.current("ann", before.epoch)
    assert office.login.current("ann", fresh.epoch) == fresh
    assert office.login.by_password("ann", NEW, HOME)


def test_whoever_came_by_a_link_need_not_know_the_old_one(office: Office) -> None:
    office.login.set_password(replace(OWNER, via="link"), NEW, None)
    assert office.login.by_password("ann", NEW, HOME)


def test_a_stolen_session_cannot_guess_the_password(office: Office) -> None:
    for _ in range(ATTEMPTS_PER_NAME):
        with pytest.raises(BadInput):
            office.login.set_password(OWNER, NEW, "wrong")
    with pytest.raises(TooManyAttempts):
        office.login.set_password(OWNER, NEW, PASSWORD)


def test_a_weak_password_changes_nothing(office: Office) -> None:
    with pytest.raises(BadInput):
        office.login.set_password(OWNER, "short", PASSWORD)
    assert not office.log.entries and office.login.by_password("ann", PASSWORD, HOME)


def test_passwords_are_never_in_the_audit(office: Office) -> None:
    office.login.set_password(OWNER, NEW, PASSWORD)
    assert NEW not in repr(office.log.entries) and "hash of" not in repr(office.log.entries)


def test_ending_sessions_ends_all_of_them(office: Office) -> None:
    epoch = office.operators.get("ann").epoch
    office.login.end(OWNER)
    with pytest.raises(Unauthenticated):
        office.login.current("ann", epoch)
    with pytest.raises(Unauthenticated):
        office.login.current("nobody", 0)
