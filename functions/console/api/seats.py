"""Seats of a live code that joins confirm."""

from pydantic import Field

from functions.console.api.context import At
from functions.console.api.fields import View
from functions.console.api.resource import Resource
from hearth.usecases.show_seats import PlaceSeats

resource = Resource("livecodes")


class PlaceSeatsView(View):
    """Seats of a destination in a group that the bot is in."""

    destination: str
    told: bool = Field(
        description="Whether the platform tells who joins; if not, every scan keeps its seat"
    )
    members: int = Field(description="Who came since scans are followed, and is still there")
    reserved: int = Field(description="Scans of the last ten minutes whose visitors did not come")
    held: int = Field(description="Seats of the time before the group was known")
    free: int
    extra: int = Field(description="Tickets that may be out beyond the seats")
    joins: int = Field(description="Told by the platform")
    joins_estimated: int = Field(description="Further joins, by time")


class SeatsView(View):
    """Seats of a live code where joins may be told."""

    join_rate: float | None = Field(
        description="At most this share of the tickets leads to a join; null while not learned"
    )
    destinations: list[PlaceSeatsView]


@resource.get("/api/livecodes/<code>/seats", 404)
def get_livecode_seats(at: At, code: str) -> SeatsView:
    """Show who came and which seats wait, where the bot is in the group."""
    found = at.seats.of(code)
    learned = found.rate if found.rate < 1 else None
    return SeatsView(join_rate=learned, destinations=[_view(place) for place in found.places])


def _view(place: PlaceSeats) -> PlaceSeatsView:
    return PlaceSeatsView(
        destination=place.destination,
        told=place.told,
        members=place.known.present,
        reserved=place.reserved,
        held=place.held,
        free=place.free,
        extra=place.extra,
        joins=place.known.joins,
        joins_estimated=place.known.estimated,
    )
