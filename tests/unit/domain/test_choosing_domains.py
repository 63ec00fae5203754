"""Which domain live codes are given out under, and what probes and operators change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.domains import (
    FAILURES_TO_BLOCK,
    MOST_DOMAINS,
    Domain,
    DomainList,
    DomainState,
    Trouble,
    added,
    chosen,
    ordered,
    probed,
    turned,
)
from hearth.domain.errors import BadInput, Conflict, NotFound

A, B, C = (Domain(f"{name}.example") for name in "abc")
BLOCKED, OFF = DomainState.BLOCKED, DomainState.OFF

domains = st.lists(
    st.builds(
        Domain, st.sampled_from([one.host for one in (A, B, C)]), st.sampled_from(DomainState)
    ),
    unique_by=lambda one: one.host,
)


def test_the_first_healthy_domain_is_chosen() -> None:
    assert chosen((A, B)) is A
    assert chosen((replace(A, state=BLOCKED), replace(B, state=OFF), C)) is C
    assert chosen((replace(A, state=BLOCKED),)) is None
    assert chosen(()) is None


def test_a_codes_own_domains_come_first_while_one_is_healthy() -> None:
    assert chosen((A, B, C), ("c.example", "b.example")) is C
    assert chosen((A, B, replace(C, state=BLOCKED)), ("c.example", "b.example")) is B
    assert chosen((A, replace(B, state=BLOCKED)), ("b.example",)) is A
    assert chosen((A, B), ("elsewhere.example",)) is A


@given(domains, st.lists(st.sampled_from(["a.example", "b.example", "x.example"])))
def test_no_unhealthy_domain_is_ever_chosen(every: list[Domain], preferred: list[str]) -> None:
    found = chosen(every, preferred)
    healthy = [one for one in every if one.state is DomainState.OK]
    assert (found in healthy) if healthy else found is None


def test_one_failed_probe_is_noted_and_the_second_in_a_row_blocks() -> None:
    once = probed(A, Trouble.SILENT, 10)
    assert (once.state, once.why, once.failures, once.checked) == ("ok", Trouble.SILENT, 1, 10)
    twice = probed(once, Trouble.INSECURE, 20)
    assert (twice.state, twice.why, twice.since) == (BLOCKED, Trouble.INSECURE, 20)
    again = probed(probed(once, None, 20), Trouble.SILENT, 30)
    assert again.state is DomainState.OK and again.failures == 1


def test_a_blocked_domain_that_answers_again_waits_for_an_operator() -> None:
    blocked = probed(probed(A, Trouble.SILENT, 10), Trouble.SILENT, 20)
    answered = probed(blocked, None, 30)
    assert (answered.state, answered.why, answered.since) == (BLOCKED, Trouble.SILENT, 20)
    assert (answered.failures, answered.checked) == (0, 30)
    restored = turned(answered, DomainState.OK, 40)
    assert (restored.state, restored.why, restored.since) == ("ok", None, 40)


def test_a_domain_that_is_off_stays_off_whatever_a_probe_finds() -> None:
    off = turned(A, OFF, 5)
    for trouble in (None, Trouble.STRANGER, Trouble.STRANGER, Trouble.STRANGER):
        off = probed(off, trouble, 9)
        assert (off.state, off.since) == (OFF, 5)


@given(st.lists(st.sampled_from([None, *Trouble])))
def test_a_domain_is_blocked_when_failures_came_in_a_row_and_not_before(
    found: list[Trouble | None],
) -> None:
    domain = A
    for at, trouble in enumerate(found):
        domain = probed(domain, trouble, at)
    row = longest = 0
    for trouble in found:
        row = row + 1 if trouble else 0
        longest = max(longest, row)
    assert (domain.state is BLOCKED) == (longest >= FAILURES_TO_BLOCK)


def test_a_report_says_that_it_is_one() -> None:
    assert turned(A, BLOCKED, 7) == Domain("a.example", BLOCKED, Trouble.REPORTED, since=7)


def test_the_list_has_each_domain_once_and_an_end() -> None:
    assert added((A,), B) == (A, B)
    with pytest.raises(Conflict, match=r"a\.example"):
        added((A,), Domain("a.example", OFF))
    full = tuple(Domain(f"{place}.example.org") for place in range(MOST_DOMAINS))
    with pytest.raises(BadInput, match="at most"):
        added(full, A)


def test_an_order_names_each_domain_once() -> None:
    assert ordered((A, B, C), ["c.example", "a.example", "b.example"]) == (C, A, B)
    for wrong in (["a.example"], ["a.example", "a.example"], ["a.example", "x.example"]):
        with pytest.raises(BadInput, match="order"):
            ordered((A, B), wrong)


def test_an_unknown_domain_is_not_found() -> None:
    assert DomainList(1, (A, B)).get("b.example") is B
    with pytest.raises(NotFound):
        DomainList(1, (A,)).get("b.example")


def test_a_domain_is_reached_by_https_unless_it_is_this_machine() -> None:
    assert A.origin == "https://a.example"
    assert Domain("localhost:8787").origin == "http://localhost:8787"
