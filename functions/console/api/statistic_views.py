"""How the statistics of a live code are shown."""

from typing import Any

from pydantic import Field

from functions.console.api.fields import View
from hearth.domain.sums import Line
from hearth.usecases.show_statistics import Counts, Place, Statistics

_NOT_TOLD = "; null where no platform tells who joins"


class CountsView(View):
    """What was counted in some time."""

    scans: int = Field(description="By people")
    new: int = Field(description="Of these, by new visitors: browsers that did not come before")
    again: int = Field(description="Of these, by visitors who came before")
    robots: int = Field(description="By robots and link previews, not among the scans")
    seats: int = Field(description="Handed out, less those that led nowhere")
    joins: int | None = Field(description=f"Confirmed{_NOT_TOLD}")
    joins_estimated: int | None = Field(description=f"Further joins, estimated{_NOT_TOLD}")


class SpanView(CountsView):
    """An hour or a day on the community's clocks."""

    start: int = Field(description="ms since 1970, UTC")


class ChannelView(View):
    """What came by one channel."""

    channel: str = Field(description="Empty without one; “…” for all further ones together")
    scans: int
    seats: int
    joins: int | None
    joins_estimated: int | None


class DeviceView(View):
    """What was scanned with one kind of device."""

    device: str = Field(description="App and system, such as wechat-ios; empty when not known")
    scans: int


class PlaceView(View):
    """What one destination brought."""

    destination: str = Field(description="Its id; “…” for all further ones together")
    removed: bool = Field(description="It is no destination of the code any more")
    note: str
    target: str = Field(description="Empty when it was removed")
    platform: str
    seats: int
    joins: int | None
    joins_estimated: int | None


class StatisticsView(View):
    """What was counted of a live code from `since` on and before `until`."""

    code: str
    time_zone: str
    since: int
    until: int
    by: str = Field(description="hour or day")
    at: int = Field(description="When this was asked")
    uncounted: int = Field(description="Writes by scans that were not counted yet at that moment")
    total: CountsView
    spans: list[SpanView] = Field(description="Every one, also those without scans")
    channels: list[ChannelView] = Field(description="Most scans first")
    devices: list[DeviceView] = Field(description="Most scans first")
    destinations: list[PlaceView] = Field(description="In their order, then those removed since")


def statistics_view(found: Statistics, now: int) -> StatisticsView:
    """All of it, as it was found at ``now``."""
    told = found.joins_told
    return StatisticsView(
        code=found.code.code,
        time_zone=found.zone.key,
        since=found.since,
        until=found.until,
        by=found.by.value,
        at=now,
        uncounted=found.uncounted,
        total=CountsView(**_counts(found.total, told)),
        spans=[SpanView(start=one.start, **_counts(one.counts, told)) for one in found.spans],
        channels=[_channel(line, told) for line in found.channels],
        devices=[
            DeviceView(device=line.name, scans=line.counts.get("scans", 0))
            for line in found.devices
        ],
        destinations=[_place(place) for place in found.destinations],
    )


def _counts(counts: Counts, told: bool) -> dict[str, Any]:
    new, again = counts.get("new", 0), counts.get("again", 0)
    seats, robots = counts.get("seats", 0), counts.get("robot", 0)
    shown = {"scans": new + again, "new": new, "again": again, "robots": robots, "seats": seats}
    return {**shown, **_joins(counts, told)}


def _joins(counts: Counts, told: bool) -> dict[str, Any]:
    if not told:
        return {"joins": None, "joins_estimated": None}
    return {
        "joins": counts.get("joins", 0),
        "joins_estimated": counts.get("joins-estimated", 0),
    }


def _channel(line: Line, told: bool) -> ChannelView:
    counts = line.counts
    return ChannelView(
        channel=line.name,
        scans=counts.get("scans", 0),
        seats=counts.get("seats", 0),
        **_joins(counts, told),
    )


def _place(place: Place) -> PlaceView:
    known, counts = place.destination, place.counts
    return PlaceView(
        destination=place.id,
        removed=known is None,
        note=known.note if known else "",
        target=known.target if known else "",
        platform=known.platform if known else "",
        seats=counts.get("seats", 0),
        **_joins(counts, place.told),
    )
