"""Give a live code its next group, by a link that allows nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from hearth.console_ports import CommunityStore, FigureShelf, LiveCodeStore
from hearth.domain.errors import BadInput
from hearth.domain.livecodes import Counter, Kind, LiveCode
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.payload_forms import Means
from hearth.domain.payloads import Payload, recognise, same
from hearth.domain.refills import Refill
from hearth.domain.warnings import full_at, level, seats_an_hour
from hearth.domain.watching import PACE_MS
from hearth.ports import Clock
from hearth.usecases.read_pictures import Reading, ReadPictures
from hearth.usecases.refill_links import RefillLinks

_USUAL_CAPACITY = 200


class Adding(Protocol):
    """Appends destinations; see ``usecases.manage_livecodes``."""

    def add_destination(
        self, actor: Actor, code: str, wanted: dict[str, Any], picture: str
    ) -> tuple[LiveCode, Counter]: ...


@dataclass(frozen=True, slots=True)
class Level:
    """All that the holder of a link is told of a live code. Times are ms since 1970, 0 for none."""

    name: str
    zone: str
    """The community's time zone."""
    taken: int
    seats: int
    """Of the groups that are open."""
    full_at: int
    expires_at: int
    """When the first of them expires."""
    capacity: int
    """Of the last group: the next is probably as large."""
    until: int
    """When the link ends."""


@dataclass(frozen=True, slots=True)
class NextGroup:
    """What was accepted on the page."""

    target: str
    capacity: int
    valid_until: int


@dataclass(frozen=True, slots=True)
class FillUp:
    """What the holder of a link may do. Every method raises Unauthenticated, NotFound."""

    links: RefillLinks
    codes: LiveCodeStore
    communities: CommunityStore
    figures: FigureShelf
    pictures: ReadPictures
    adding: Adding
    draw: Callable[[str], str]
    """A QR code as a picture, in a data URI."""
    clock: Clock

    def look(self, token: str) -> Level:
        """How full the code is, and how long it lasts."""
        refill = self.links.check(token)
        code = self.codes.load(refill.code)
        return self._level(refill, code, self.codes.counter(code.code))

    def read(self, token: str, picture: bytes, own: Iterable[str]) -> tuple[Reading, LiveCode]:
        """What the picture's QR code is, and for which code; raises BadInput unless a group's."""
        code = self.codes.load(self.links.check(token).code)
        reading = self.pictures.read(code.community, picture, "", own)
        _require_group(reading.payload, "picture")
        return reading, code

    def add(self, token: str, wanted: NextGroup, address: str) -> Level:
        """Lead visitors into the group too. Raises BadInput, Conflict.

        ``address`` is where the request comes from. A group that is among the code's already is
        refused: its seats would be given away twice.
        """
        refill = self.links.check(token)
        payload = recognise(wanted.target)
        _require_group(payload, "target")
        self._require_new(self.codes.load(refill.code), wanted)
        kind = Kind(payload.kind)
        content = {
            "kind": kind,
            "target": wanted.target,
            "capacity": wanted.capacity,
            "valid_until": wanted.valid_until,
            "platform": payload.form.platform,
        }
        picture = "" if kind is Kind.LINK else self.draw(wanted.target)
        holder = Actor(f"link {refill.id}", OperatorRole.OPERATOR, "refill", address)
        return self._level(
            refill, *self.adding.add_destination(holder, refill.code, content, picture)
        )

    def _require_new(self, code: LiveCode, wanted: NextGroup) -> None:
        now = self.clock()
        if wanted.valid_until and wanted.valid_until <= now:
            raise BadInput("“valid_until” is over: take a newer QR code of the group", "over")
        if any(one.open_at(now) and same(one.target, wanted.target) for one in code.destinations):
            raise BadInput("“target” is a group that this live code leads to already", "in_use")

    def _level(self, refill: Refill, code: LiveCode, counter: Counter) -> Level:
        now = self.clock()
        held, seats = level(code, counter, now)
        rate = seats_an_hour(self.figures.hours(code.code, now - PACE_MS, now), now)
        groups = [one for one in code.destinations if one.kind is not Kind.PERSON]
        ends = [one.valid_until for one in groups if one.open_at(now) and one.valid_until]
        return Level(
            name=code.name,
            zone=self.communities.get(code.community).time_zone,
            taken=held,
            seats=seats,
            full_at=full_at(seats - held, rate, now) if seats > held else 0,
            expires_at=min(ends, default=0),
            capacity=groups[-1].capacity if groups else _USUAL_CAPACITY,
            until=refill.expires,
        )


def _require_group(payload: Payload, field: str) -> None:
    payload.require("", field)
    if payload.form.means is not Means.GROUP:
        raise BadInput(f"“{field}” is no group's QR code: use the group's own", "no_group")
