"""A live code into groups that tell who comes, with all that counts and keeps its seats."""

from dataclasses import dataclass, field, replace

from hearth.domain.communities import Community
from hearth.domain.events import Change as Moved
from hearth.domain.events import Event, Membership
from hearth.domain.groups import GroupRef
from hearth.domain.livecodes import Counter, Destination, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.reservations import Standing
from hearth.domain.scans import Led, Scan
from hearth.domain.statistics import Change
from hearth.usecases.count_joins import CountJoins
from hearth.usecases.follow_seats import FollowSeats
from hearth.usecases.keep_seats import KeepSeats, known_of
from hearth.usecases.scan import Usher
from hearth.usecases.tally import Tally
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.fakes.seats import FakeSeats
from tests.unit.livecodes.drawn import destination

NOW = 1_763_816_400_000
MINUTE = 60_000
TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)


def told(name: str, capacity: int, way: str = "", group: str = "") -> Destination:
    """A destination in a group of its own that Hearth is in."""
    return replace(destination(name, capacity), group=group or f"telegram:bot:{name}", way=way)


@dataclass
class Past:
    """The table of events."""

    events: list[Event] = field(default_factory=list)

    def memberships(self, group: str, since: int) -> list[Event]:
        """Comings and goings from ``since`` (ms) on, in order."""
        own = (event for event in self.events if event.group.id == group and event.at >= since)
        return sorted(own, key=lambda event: event.key)


class ToldCode:
    """Scans, comings and goings, and the room that hears of them when the test says so."""

    def __init__(self, *destinations: Destination, overbooking: bool = False) -> None:
        self.now, self.seats, self.past = NOW, FakeSeats(), Past()
        bare = LiveCode("tea1", "tea", "Tea", -1, destinations, overbooking=overbooking)
        self.table = FakeLiveCodes([replanned(bare, Counter(0, -1), NOW).code])
        self.statistics = FakeScanStatistics()
        self.block = 1
        self.environments = [self.environment(), self.environment()]
        self.communities = FakeCommunities([TEA])
        self.joins = CountJoins(self.seats, self.communities, self.clock)
        follow = FollowSeats(self.seats, self.past, self.joins, self.clock)
        shelf = self.statistics
        self.tally = Tally(shelf, self.table, self.communities, self.clock, follow)
        self.keep = KeepSeats(self.table, self.seats, self.joins, self.clock)
        self._heard = 0

    def clock(self) -> int:
        """ms since 1970."""
        return self.now

    def environment(self) -> Usher:
        """A warm one that answers scans."""
        return Usher(self.table, str, lambda rate, ahead, capacity: self.block)

    @property
    def code(self) -> LiveCode:
        return self.table.load("tea1")

    @property
    def counter(self) -> Counter:
        return self.table.counter("tea1")

    def scan(self, channel: str = "", remembered: str = "", environment: int = 0) -> str:
        """Where a visitor is led; empty when nowhere."""
        scan = Scan("tea1", self.now, channel, remembered=remembered)
        found = self.environments[environment].lead(scan)
        return found.destination.id if isinstance(found, Led) else ""

    def hear_scans(self, again: int = 0) -> None:
        """The stream of scans, with the last ``again`` writes of what was heard before."""
        facts = self.table.requests.facts
        batch = [Change("tea1", *fact) for fact in facts[max(0, self._heard - again) :]]
        self._heard = len(facts)
        if batch:
            self.keep.scanned(self.tally.take(batch))

    def moved(self, group: str, member: str, change: Moved, via: str = "") -> Event:
        """Somebody came or went; the event is in the table, and not heard of yet."""
        fact = Membership(change, (member,), via)
        raw = f"{member} {change} {via} {self.now}".encode()
        event = Event(GroupRef.parse(group), self.now // 1000 * 1000, fact, raw)
        self.past.events.append(event)
        return event

    def come(self, group: str, member: str, via: str = "") -> Event:
        """Somebody comes, and it is heard of."""
        event = self.moved(group, member, Moved.JOINED, via)
        self.hear(event)
        return event

    def leave(self, group: str, member: str) -> None:
        """Somebody goes, and it is heard of."""
        self.hear(self.moved(group, member, Moved.LEFT))

    def hear(self, *events: Event) -> None:
        """The stream of events."""
        self.keep.joined(self.joins.take(events))

    def tick(self) -> None:
        """The code is looked at now, whether it is due or not."""
        self.seats.wait("tea1", self.now)
        self.keep.tick()

    def edit(self, name: str, **changes: object) -> None:
        """An operator's change of one destination."""
        every = (
            replace(one, **changes) if one.id == name else one  # type: ignore[arg-type]
            for one in self.code.destinations
        )
        edited = replace(self.code, destinations=tuple(every))
        assert self.table.replan(replanned(edited, self.counter, self.now))

    def standing(self, name: str) -> Standing:
        """What is known of the people whom a destination was shown to."""
        return known_of("tea1", self.seats.book("tea1"), self.joins).people[name]

    def figures(self) -> dict[str, int]:
        """Of joins, all hours and groups together."""
        sums: dict[str, int] = {}
        for counts in self.seats.joins.values():
            for name, many in counts.items():
                sums[name] = sums.get(name, 0) + many
        return sums
