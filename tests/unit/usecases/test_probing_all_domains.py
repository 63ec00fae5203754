"""Domains looked at on a schedule: real servers on this machine, the real probe."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hearth.console_ports import DomainProbe
from hearth.domain.domains import Domain, DomainList, DomainState, Trouble, turned
from hearth.domain.errors import Unavailable
from hearth.domain.notices import EVERYWHERE, Notice, Urgency
from hearth.outbound.probe import Probe
from hearth.usecases.probe_domains import probe_domains
from hearth.usecases.raise_notice import RaiseNotice
from tests.fakes.clock import NOW, FakeClock
from tests.fakes.communities import FakeCommunities
from tests.fakes.domains import FakeDomains
from tests.fakes.notices import FakeNotices
from tests.fakes.teller import FakeTeller

OK, BLOCKED, OFF = DomainState.OK, DomainState.BLOCKED, DomainState.OFF


class Site:
    """A web server under a domain; ``sign`` is what it says of itself."""

    def __init__(self) -> None:
        self.sign, self.asked = "livecode", 0
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked += 1
                self.send_response(404)
                self.send_header("x-hearth", site.sign)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Tests print nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Watch:
    """What the schedule has: the list, a clock, and the notices it raised."""

    def __init__(self, *domains: Domain) -> None:
        self.store, self.clock = FakeDomains(domains), FakeClock()
        self.book: FakeNotices = FakeNotices()

    def look(self, own: str = "", probe: DomainProbe | None = None) -> int:
        self.clock.pass_by(60_000)
        voice = RaiseNotice(self.book, FakeCommunities(), FakeTeller(), self.clock)
        return probe_domains(self.store, probe or Probe(local=True), voice, self.clock, own)

    def turn(self, host: str, state: DomainState) -> None:
        """An operator's."""
        known = self.store.load()
        after = (
            turned(one, state, self.clock()) if one.host == host else one for one in known.domains
        )
        self.store.save(known, tuple(after))

    @property
    def raised(self) -> list[Notice]:
        return self.book.of_community(EVERYWHERE)[0]

    @property
    def open(self) -> list[object]:
        """The domains that wait to be dealt with."""
        return sorted(str(one.facts["domain"]) for one in self.book.open_of(EVERYWHERE)[0])

    def states(self) -> list[DomainState]:
        return [one.state for one in self.store.load().domains]


@pytest.fixture
def sites() -> Iterator[list[Site]]:
    with ExitStack() as closing:
        opened = [Site() for _ in range(3)]
        for site in opened:
            closing.callback(site.close)
        yield opened


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


def test_domains_that_lead_here_stay_in_use(sites: list[Site]) -> None:
    watch = Watch(*(Domain(site.host) for site in sites))
    assert watch.look() == 0
    assert watch.states() == [OK] * 3 and watch.raised == []
    assert {one.checked for one in watch.store.load().domains} == {NOW + 60_000}


def test_a_domain_is_blocked_at_the_second_failure_and_told_once_with_what_replaces_it(
    sites: list[Site], nobody: str
) -> None:
    watch = Watch(Domain(nobody), Domain(sites[0].host))
    assert watch.look() == 0 and watch.states() == [OK, OK] and watch.raised == []
    assert watch.look() == 1 and watch.states() == [BLOCKED, OK]
    watch.look()
    (first,) = watch.raised
    assert first.facts == {"domain": nobody, "why": "unreachable", "instead": sites[0].host}
    assert (first.community, first.urgency, first.link) == (EVERYWHERE, Urgency.ALARM, "/domains")


def test_a_single_failure_between_good_answers_blocks_nothing(sites: list[Site]) -> None:
    watch = Watch(Domain(sites[0].host))
    for sign in ("x", "livecode", "x", "livecode"):
        sites[0].sign = sign
        watch.look()
    assert watch.states() == [OK] and watch.raised == []


def test_a_domain_that_answers_again_is_restored_by_an_operator_alone(sites: list[Site]) -> None:
    watch, site = Watch(Domain(sites[0].host)), sites[0]
    site.sign = "a wall"
    watch.look()
    watch.look()
    site.sign = "livecode"
    watch.look()
    (known,) = watch.store.load().domains
    assert (known.state, known.why, known.failures) == (BLOCKED, Trouble.STRANGER, 0)
    assert watch.open == [site.host], "no probe restores, so it is still to be dealt with"
    watch.turn(site.host, OK)
    watch.look()
    assert watch.states() == [OK] and watch.open == []
    site.sign = "a wall again"
    watch.look()
    watch.look()
    assert len(watch.raised) == 2, "another time is another notice"
    assert watch.open == [site.host]


@pytest.mark.parametrize("state", [OK, OFF, BLOCKED, None])
def test_what_was_told_of_a_domain_is_closed_when_that_is_over(
    sites: list[Site], nobody: str, state: DomainState | None
) -> None:
    down = sites[0]
    down.sign = "a wall"
    watch = Watch(Domain(down.host), Domain(nobody))
    watch.look()
    watch.look()
    assert watch.open == sorted([down.host, nobody])
    if state is None:
        watch.store.save(watch.store.load(), (watch.store.load().get(nobody),))
    else:
        watch.turn(down.host, state)
    watch.look()
    assert watch.open == [nobody]


def test_a_domain_that_cannot_be_looked_at_or_told_of_stops_no_other(
    sites: list[Site], nobody: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing(Probe):
        def __call__(self, domain: Domain) -> Trouble | None:
            if domain.host == sites[0].host:
                raise ValueError("a defect")
            return super().__call__(domain)

    class Picky(FakeNotices):
        def add(self, notice: Notice) -> bool:
            if notice.facts["domain"] == nobody:
                raise Unavailable("notice: ThrottlingException")
            return super().add(notice)

    sites[1].sign = "a wall"
    watch = Watch(Domain(sites[0].host), Domain(nobody), Domain(sites[1].host))
    watch.book = Picky()
    with pytest.raises(ExceptionGroup) as failed:
        watch.look(probe=Failing(local=True))
    assert failed.group_contains(ValueError) and sites[0].host in caplog.text
    with pytest.raises(ExceptionGroup) as failed:
        watch.look(probe=Failing(local=True))
    assert failed.group_contains(Unavailable)
    assert watch.states() == [OK, BLOCKED, BLOCKED] and watch.open == [sites[1].host]


def test_what_is_off_is_left_alone_and_a_report_raises_nothing(sites: list[Site]) -> None:
    off, reported = Domain(sites[0].host, OFF), turned(Domain(sites[1].host), BLOCKED, 1)
    watch = Watch(off, reported)
    assert watch.look() == 1
    assert (sites[0].asked, sites[1].asked) == (0, 1)
    assert watch.states() == [OFF, BLOCKED] and watch.raised == []


def test_when_nothing_answers_not_even_our_own_address_nobody_is_blamed(
    sites: list[Site], nobody: str
) -> None:
    sites[0].sign = "somebody else"
    watch = Watch(Domain(nobody))
    for _ in range(3):
        assert watch.look(own=sites[0].host) == 0
    assert watch.states() == [OK] and watch.raised == []


def test_our_own_address_in_the_list_is_a_domain_like_any(nobody: str) -> None:
    watch = Watch(Domain(nobody))
    for _ in range(2):
        watch.look(own=nobody)
    assert watch.states() == [BLOCKED] and len(watch.raised) == 1


def test_our_own_address_is_asked_only_in_doubt(sites: list[Site], nobody: str) -> None:
    watch = Watch(Domain(sites[0].host), Domain(nobody))
    for _ in range(2):
        watch.look(own=sites[1].host)
    assert sites[1].asked == 0 and watch.states() == [OK, BLOCKED]
    blamed = Watch(Domain(nobody))
    for _ in range(2):
        blamed.look(own=sites[1].host)
    assert sites[1].asked == 2 and blamed.states() == [BLOCKED]


def test_a_change_of_an_operator_meanwhile_is_kept(sites: list[Site]) -> None:
    watch = Watch(Domain(sites[0].host), Domain(sites[1].host))

    class Meddled(FakeDomains):
        def save(self, before: DomainList, domains: tuple[Domain, ...]) -> DomainList:
            if before.version == 0:  # just before us, somebody turns the order round
                super().save(before, before.domains[::-1])
            return super().save(before, domains)

    watch.store = Meddled(watch.store.load().domains)
    watch.look()
    kept = watch.store.load().domains
    assert [one.host for one in kept] == [sites[1].host, sites[0].host]
    assert all(one.checked for one in kept)


def test_a_notice_that_could_not_be_kept_is_raised_by_the_next_run(nobody: str) -> None:
    watch = Watch(Domain(nobody))
    watch.look()

    class Down(FakeNotices):
        def add(self, notice: Notice) -> bool:
            raise Unavailable("notice: ThrottlingException")

    working, watch.book = watch.book, Down()
    with pytest.raises(ExceptionGroup):
        watch.look()
    assert watch.states() == [BLOCKED] and watch.raised == []
    watch.book = working
    watch.look()
    assert len(watch.raised) == 1


def test_nothing_to_probe_is_nothing_to_write() -> None:
    watch = Watch()
    assert watch.look() == 0 and watch.store.load().version == 0
