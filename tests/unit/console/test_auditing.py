"""No change without an entry."""

import logging

import pytest

from hearth.domain.errors import Conflict, Unavailable
from tests.unit.console.people import OWNER, Office


def test_a_change_is_written_down_before_it_is_made() -> None:
    office = Office()
    with office.audit.change(OWNER, "group.change", "g", {"name": "a"}, {"name": "b"}):
        (entry,) = office.log.entries
    assert (entry.actor, entry.what, entry.on) == (OWNER, "group.change", "g")
    assert (entry.before, entry.after, entry.failed) == ({"name": "a"}, {"name": "b"}, "")
    assert entry.at == office.clock.now and len(office.log) == 1


def test_nothing_is_changed_when_it_cannot_be_written_down() -> None:
    office, changed = Office(), []
    office.log.down = True
    with pytest.raises(Unavailable), office.audit.change(OWNER, "group.change", "g"):
        changed.append("g")
    assert not changed


def test_a_failed_change_is_written_down_too() -> None:
    office = Office()
    with pytest.raises(Conflict), office.audit.change(OWNER, "group.change", "g"):
        raise Conflict("somebody was quicker")
    asked, failed = office.log.entries
    assert asked.failed == "" and failed.failed == "Conflict: somebody was quicker"
    assert asked.id < failed.id


def test_a_defect_is_written_down_and_goes_on() -> None:
    office = Office()
    with pytest.raises(ZeroDivisionError), office.audit.change(OWNER, "group.change", "g"):
        _ = 1 // 0
    assert office.log.entries[-1].failed.startswith("ZeroDivisionError")


def test_the_first_failure_is_told_even_if_the_audit_fails_then(
    caplog: pytest.LogCaptureFixture,
) -> None:
    office = Office()
    caplog.set_level(logging.ERROR)
    with pytest.raises(Conflict), office.audit.change(OWNER, "group.change", "g"):
        office.log.down = True
        raise Conflict("somebody was quicker")
    assert "group.change" in caplog.text
