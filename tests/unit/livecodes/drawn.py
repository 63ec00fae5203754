"""Live codes drawn at random, and a plain second opinion on where a ticket leads."""

from dataclasses import replace

from hypothesis import strategies as st

from hearth.domain.livecodes import Destination, Full, Kind, LiveCode, Seat, Skip, appended

LATEST = 100
"""The last moment that the clocks of these tests show."""


def destination(name: str, capacity: int, until: int = 0, enabled: bool = True) -> Destination:
    """A link that is not yet placed behind others."""
    target = f"https://t.example/{name}"
    return Destination(name, Kind.LINK, target, capacity, 0, until, enabled)


def code(*destinations: Destination, version: int = 0) -> LiveCode:
    """A live code with these destinations one behind the other."""
    made = LiveCode("tea1", "tea", "Tea lovers", version)
    for new in destinations:
        made = replace(made, destinations=appended(made, new, seq=0))
    return made


@st.composite
def codes(draw: st.DrawFn) -> LiveCode:
    """Codes whose destinations were appended one by one while tickets were drawn."""
    made = LiveCode("tea1", "tea", "Tea lovers", 0)
    for number in range(draw(st.integers(0, 6))):
        new = destination(
            f"d{number}",
            draw(st.integers(1, 8)),
            draw(st.sampled_from([0, 0, *range(1, LATEST)])),
            draw(st.booleans()),
        )
        seq = draw(st.integers(0, 60))
        made = replace(made, destinations=appended(made, new, seq))
    return made


def plain_allocation(code: LiveCode, ticket: int, now: int) -> Seat | Skip | Full:
    """What the words say, without cleverness."""
    owner = [d for d in code.destinations if d.first < ticket <= d.first + d.capacity]
    if owner and owner[0].open_at(now):
        return Seat(owner[0])
    later = [d.first for d in code.destinations if d.first >= ticket and d.open_at(now)]
    return Skip(min(later)) if later else Full()
