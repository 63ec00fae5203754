"""The audit: added to, listed newest first, never changed."""

import random
from dataclasses import replace

import pytest

from hearth.domain.audit import AuditEntry
from hearth.domain.errors import Conflict
from hearth.domain.operators import Actor, OperatorRole
from hearth.store.audit import Audit
from tests.fakes.audit import FakeAudit
from tests.support.both import BOTH, either
from tests.support.unique import unique

DAY = 86_400_000
ANN = Actor("ann", OperatorRole.OWNER, "password", "203.0.113.7")


@pytest.fixture(params=BOTH)
def log(request: pytest.FixtureRequest) -> FakeAudit | Audit:
    return either(request, FakeAudit, Audit, "AUDIT_TABLE")


def _entry(at: int) -> AuditEntry:
    return AuditEntry(at, unique(), ANN, "group.change", "onebot:main:1", {"name": "茶"}, {"n": 1})


def _lonely_month() -> int:
    """A moment in a month that no other test writes to."""
    return random.randrange(2000) * 31 * DAY


def test_an_entry_comes_back_as_written(log: FakeAudit | Audit) -> None:
    entry = replace(_entry(_lonely_month()), failed="Conflict: too late")
    log.append(entry)
    assert entry in log.of_month(entry.month)[0]


def test_an_entry_is_never_replaced(log: FakeAudit | Audit) -> None:
    entry = _entry(_lonely_month())
    log.append(entry)
    with pytest.raises(Conflict):
        log.append(replace(entry, what="nothing"))
    assert entry in log.of_month(entry.month)[0]


def test_a_month_is_listed_newest_first_in_pages(log: FakeAudit | Audit) -> None:
    start = _lonely_month()
    entries = [_entry(start + number) for number in range(5)]
    for entry in entries:
        log.append(entry)
    first, cursor = log.of_month(entries[0].month, limit=3)
    rest, _ = log.of_month(entries[0].month, cursor, limit=100)
    newest_first = [entry for entry in first + rest if entry in entries]
    assert len(first) == 3 and newest_first == entries[::-1]


def test_months_are_kept_apart(log: FakeAudit | Audit) -> None:
    january, march = _entry(0), _entry(59 * DAY)
    log.append(january)
    log.append(march)
    assert (january.month, march.month) == ("1970-01", "1970-03")
    assert march not in log.of_month("1970-01")[0]
