"""Domains of live codes, as operators manage them."""

import pytest

from hearth.domain.blocked_domains import blocked
from hearth.domain.domains import Domain, DomainList, DomainState, Trouble
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound, Unavailable
from hearth.domain.notices import EVERYWHERE, Notice
from hearth.usecases.manage_domains import ManageDomains
from tests.fakes.domains import FakeDomains
from tests.fakes.notices import FakeNotices
from tests.fakes.probe import FakeProbe
from tests.unit.console.people import OPERATOR, OWNER, VIEWER, Office

OK, BLOCKED, OFF = DomainState.OK, DomainState.BLOCKED, DomainState.OFF


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def probe() -> FakeProbe:
    return FakeProbe()


@pytest.fixture
def domains(office: Office, probe: FakeProbe) -> ManageDomains:
    return ManageDomains(FakeDomains(), probe, FakeNotices(), office.audit, office.clock)


def _states(domains: ManageDomains) -> dict[str, DomainState]:
    return {one.host: one.state for one in domains.store.load().domains}


def test_a_domain_that_leads_here_is_used_from_then_on(
    office: Office, domains: ManageDomains
) -> None:
    assert domains.origin() == ""
    domains.add(OWNER, "https://Go.example.org/")
    assert domains.origin() == "https://go.example.org"
    assert office.log.entries[-1].what == "domain.create"
    assert office.log.entries[-1].on == "go.example.org"


def test_a_domain_that_does_not_lead_here_waits_switched_off(
    domains: ManageDomains, probe: FakeProbe
) -> None:
    probe.finds["go.example.org"] = Trouble.STRANGER
    (entered,) = domains.add(OWNER, "go.example.org").domains
    assert (entered.state, entered.why) == (OFF, Trouble.STRANGER)
    assert domains.origin() == ""
    domains.turn(OPERATOR, "go.example.org", OK)
    assert domains.origin() == "https://go.example.org"


def test_a_reported_domain_is_replaced_at_once_until_it_is_restored(
    office: Office, domains: ManageDomains
) -> None:
    for host in ("a.example", "b.example"):
        domains.add(OWNER, host)
    domains.turn(OPERATOR, "a.example", BLOCKED)
    assert domains.origin() == domains.origin(("a.example",)) == "https://b.example"
    entry = office.log.entries[-1]
    assert (entry.before["state"], entry.after["state"]) == ("ok", "blocked")
    domains.turn(OPERATOR, "b.example", BLOCKED)
    assert domains.origin() == ""
    domains.turn(OPERATOR, "a.example", OK)
    assert domains.origin() == "https://a.example"


@pytest.mark.parametrize("deed", [OK, OFF, BLOCKED, None])
def test_what_was_told_of_a_domain_is_closed_when_an_operator_sees_to_it(
    office: Office, deed: DomainState | None
) -> None:
    domains, notices = _with_a_blocked_domain(office, FakeNotices())
    if deed is None:
        domains.remove(OWNER, "a.example")
    else:
        domains.turn(OWNER, "a.example", deed)
    (known,) = notices.of_community(EVERYWHERE)[0]
    assert (known.done, known.by) == (office.clock(), OWNER.name)


def test_a_domain_is_restored_though_its_notice_cannot_be_closed(office: Office) -> None:
    class Down(FakeNotices):
        def finish(self, community: str, notice: str, now: int, by: str) -> Notice:
            raise Unavailable("notice: ThrottlingException")

    domains, notices = _with_a_blocked_domain(office, Down())
    domains.turn(OPERATOR, "a.example", OK)
    assert _states(domains) == {"a.example": OK} and notices.count_open(EVERYWHERE) == 1


def _with_a_blocked_domain(
    office: Office, notices: FakeNotices
) -> tuple[ManageDomains, FakeNotices]:
    """As two probes that failed leave it."""
    known = Domain("a.example", BLOCKED, Trouble.SILENT, since=7, failures=2)
    notices.add(blocked(known, DomainList(1, (known,)), 7))
    store = FakeDomains([known])
    return ManageDomains(store, FakeProbe(), notices, office.audit, office.clock), notices


def test_the_order_is_the_owners(domains: ManageDomains) -> None:
    for host in ("a.example", "b.example"):
        domains.add(OWNER, host)
    domains.order(OWNER, ["b.example", "a.example"])
    assert domains.origin() == "https://b.example"
    domains.remove(OWNER, "b.example")
    assert domains.origin() == "https://a.example"
    with pytest.raises(BadInput):
        domains.order(OWNER, ["b.example", "a.example"])


def test_nothing_is_asked_for_what_is_refused(
    office: Office, domains: ManageDomains, probe: FakeProbe
) -> None:
    domains.add(OWNER, "a.example")
    for again, refusal in (("https://A.example", Conflict), ("http://localhost:80", BadInput)):
        with pytest.raises(refusal):
            domains.add(OWNER, again)
    assert probe.asked == ["a.example"] and len(office.log) == 1


def test_this_machine_is_a_domain_for_a_suite_on_it_alone(office: Office) -> None:
    local = ManageDomains(
        FakeDomains(), FakeProbe(), FakeNotices(), office.audit, office.clock, local=True
    )
    local.add(OWNER, "http://localhost:8787")
    assert local.origin() == "http://localhost:8787"


def test_a_change_meanwhile_is_told_and_not_overwritten(office: Office) -> None:
    store = FakeDomains([Domain("a.example")])

    class Meddling(FakeProbe):
        def __call__(self, domain: Domain) -> Trouble | None:
            store.save(store.load(), (Domain("c.example"),))
            return None

    domains = ManageDomains(store, Meddling(), FakeNotices(), office.audit, office.clock)
    with pytest.raises(Conflict):
        domains.add(OWNER, "b.example")
    assert "c.example" in store and "b.example" not in store
    assert office.log.entries[-1].failed


def test_who_may_do_what(office: Office, domains: ManageDomains) -> None:
    domains.add(OWNER, "a.example")
    written = len(office.log)
    for attempt in (
        lambda: domains.add(OPERATOR, "b.example"),
        lambda: domains.order(OPERATOR, ["a.example"]),
        lambda: domains.remove(OPERATOR, "a.example"),
        lambda: domains.turn(VIEWER, "a.example", BLOCKED),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert len(office.log) == written and _states(domains) == {"a.example": OK}


def test_an_unknown_domain_is_not_found(domains: ManageDomains) -> None:
    with pytest.raises(NotFound):
        domains.turn(OPERATOR, "a.example", BLOCKED)
    with pytest.raises(NotFound):
        domains.remove(OWNER, "a.example")
