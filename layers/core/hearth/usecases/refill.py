"""Give a live code its next group, by a link that allows nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from hearth.console_ports import CommunityStore, FigureShelf, LiveCodeStore
from hearth.domain.errors import BadInput, Conflict
from hearth.domain.livecodes import (
    MOST_DESTINATIONS,
    Counter,
    Destination,
    Kind,
    LiveCode,
    require_in_use,
)
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.pace import full_at, seats_an_hour
from hearth.domain.payload_forms import Means
from hearth.domain.payloads import Payload, recognise, same
from hearth.domain.refills import Refill
from hearth.domain.warnings import level
from hearth.domain.watching import PACE_MS
from hearth.ports import Clock
from hearth.usecases.read_pictures import Reading, ReadPictures
from hearth.usecases.refill_links import RefillLinks

_USUAL_CAPACITY = 200


class Adding(Protocol):
    """Appends destinations; see ``usecases.manage_livecodes``."""

    def add_destination(
        self,
        actor: Actor,
        code: str,
        wanted: dict[str, Any],
        picture: str,
        require: Callable[[LiveCode], LiveCode],
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
    last: str
    """Id of the last group; empty when there is none."""
    until: int
    """When the link ends."""


@dataclass(frozen=True, slots=True)
class NextGroup:
    """What was accepted on the page."""

    target: str
    capacity: int
    valid_until: int
    after: str
    """The last group that was shown: somebody who saw no later one decided for this."""


@dataclass(frozen=True, slots=True)
class FillUp:
    """What the holder of a link may do.

    Every method raises Unauthenticated, TooManyAttempts, NotFound, and BadInput while the code is
    archived.
    """

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
        code = require_in_use(self.codes.load(refill.code))
        return self._level(refill, code, self.codes.counter(code.code))

    def read(self, token: str, picture: bytes, own: Iterable[str]) -> tuple[Reading, LiveCode]:
        """What the picture's QR code is, and for which code.

        Raises BadInput unless it is a group's, and when the code takes no more.
        """
        code = require_in_use(self.codes.load(self.links.check(token).code))
        _require_place(code)
        reading = self.pictures.read(code.community, picture, "", own)
        _require_group(reading.payload, "picture")
        return reading, code

    def add(self, token: str, wanted: NextGroup, address: str) -> Level:
        """Lead visitors into the group too.

        ``address`` is where the request comes from. Raises BadInput for a group that is among the
        code's already, since its seats would be given away twice, and Conflict when another group
        was added since the last look, so that of two at the same time one is added.
        """
        refill = self.links.check(token)
        payload = recognise(wanted.target)
        _require_group(payload, "target")
        require = partial(self._require_new, wanted)
        require(self.codes.load(refill.code))
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
            refill, *self.adding.add_destination(holder, refill.code, content, picture, require)
        )

    def _require_new(self, wanted: NextGroup, code: LiveCode) -> LiveCode:
        require_in_use(code)
        now = self.clock()
        if wanted.valid_until and wanted.valid_until <= now:
            raise BadInput("“valid_until” is over: take a newer QR code of the group", "over")
        if any(one.open_at(now) and same(one.target, wanted.target) for one in code.destinations):
            raise BadInput("“target” is a group that this live code leads to already", "in_use")
        _require_place(code)
        if _last(code) != wanted.after:
            raise Conflict("another group was added meanwhile: look how full the live code is now")
        return code

    def _level(self, refill: Refill, code: LiveCode, counter: Counter) -> Level:
        now = self.clock()
        held, seats = level(code, counter, now)
        rate = seats_an_hour(self.figures.hours(code.code, now - PACE_MS, now), counter.seq, now)
        groups = _groups(code)
        ends = [one.valid_until for one in groups if one.open_at(now) and one.valid_until]
        return Level(
            name=code.name,
            zone=self.communities.get(code.community).time_zone,
            taken=held,
            seats=seats,
            full_at=full_at(seats - held, rate, now) if seats > held else 0,
            expires_at=min(ends, default=0),
            capacity=groups[-1].capacity if groups else _USUAL_CAPACITY,
            last=_last(code),
            until=refill.expires,
        )


def _groups(code: LiveCode) -> list[Destination]:
    return [one for one in code.destinations if one.kind is not Kind.PERSON]


def _last(code: LiveCode) -> str:
    return next((one.id for one in reversed(_groups(code))), "")


def _require_place(code: LiveCode) -> None:
    if len(code.destinations) >= MOST_DESTINATIONS:
        raise BadInput(
            f"this live code has {MOST_DESTINATIONS} destinations, and no more fit: "
            "one that is over must be removed in the console",
            "most_destinations",
        )


def _require_group(payload: Payload, field: str) -> None:
    payload.require("", field)
    if payload.form.means is not Means.GROUP:
        raise BadInput(f"“{field}” is no group's QR code: use the group's own", "no_group")
