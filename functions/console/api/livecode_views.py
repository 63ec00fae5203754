"""How a live code is shown."""

from dataclasses import replace
from typing import Literal

from pydantic import Field

from functions.console.api.fields import Listing, View
from functions.console.api.guides import GuideView, guide_view
from hearth.domain.livecodes import Counter, Destination, LiveCode
from hearth.domain.plans import taken


class DestinationView(View):
    """A destination and how full it is."""

    id: str
    kind: Literal["link", "qr", "person"]
    target: str
    capacity: int
    taken: int = Field(description="Seats handed out")
    valid_from: int
    valid_until: int
    enabled: bool
    open: bool = Field(description="Enabled, begun and not expired")
    platform: str = Field(description="Where it leads to; empty when not known")
    group: str = Field(description="The group it leads into, when the bot is in it")
    way: str = Field(
        description="Name that joins by it are known by; empty when the bot knows none"
    )
    note: str
    picture: str = Field(description="Data URI of the QR code; empty for links and in lists")


class LiveCodeView(View):
    """A live code with its destinations."""

    code: str
    community: str
    name: str
    version: int
    order: Literal["ordered", "least-filled"]
    path: str = Field(description="Where the code is under any domain; /{channel} may follow")
    address: str = Field(description="What its QR says now, under a domain that is not blocked")
    domains: list[str] = Field(description="Domains it prefers, the best first; empty: any")
    scans: int = Field(description="Scans by people")
    robots: int = Field(description="Scans by robots and link previews")
    seats: int = Field(description="Capacity of all destinations")
    taken: int = Field(description="Seats handed out")
    destinations: list[DestinationView]
    guide: GuideView
    overbooking: bool = Field(description="Whether more tickets than seats may be out")
    archived: int = Field(description="Since when it is in the archive, ms since 1970; 0: in use")


class LiveCodeList(Listing):
    """Live codes of a community."""

    items: list[LiveCodeView]


def without_pictures(code: LiveCode) -> LiveCode:
    """The code as lists show it."""
    bare = tuple(replace(one, picture="") for one in code.destinations)
    return replace(code, destinations=bare, guide=replace(code.guide, logo=""))


def livecode_view(code: LiveCode, counter: Counter, now: int, address: str) -> LiveCodeView:
    """One code with its counter at ``now``, and where it is found."""
    destinations = [_destination(code, one, counter, now) for one in code.destinations]
    return LiveCodeView(
        code=code.code,
        community=code.community,
        name=code.name,
        version=code.version,
        order=code.order.value,
        path=f"/c/{code.code}",
        address=address,
        domains=list(code.domains),
        scans=counter.scans,
        robots=counter.robots,
        seats=sum(one.capacity for one in destinations),
        taken=sum(one.taken for one in destinations),
        destinations=destinations,
        guide=guide_view(code.guide),
        overbooking=code.overbooking,
        archived=code.archived,
    )


def _destination(code: LiveCode, one: Destination, counter: Counter, now: int) -> DestinationView:
    return DestinationView(
        id=one.id,
        kind=one.kind.value,
        target=one.target,
        capacity=one.capacity,
        taken=taken(code, one, counter),
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        enabled=one.enabled,
        open=one.open_at(now),
        platform=one.platform,
        group=one.group,
        way=one.way,
        note=one.note,
        picture=one.picture,
    )
