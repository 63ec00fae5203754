"""Live codes drawn at random, and a plain second opinion on their plans."""

from collections import Counter as Tally
from dataclasses import replace

from hypothesis import strategies as st

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode, Order
from hearth.domain.plans import owner, replanned

LATEST = 100
"""The last moment that the clocks of these tests show."""


def destination(
    name: str, capacity: int, until: int = 0, enabled: bool = True, begins: int = 0
) -> Destination:
    """A link."""
    target = f"https://t.example/{name}"
    return Destination(name, Kind.LINK, target, capacity, until, enabled=enabled, valid_from=begins)


def helper(name: str = "lin") -> Destination:
    """A person who is shown when no group has room."""
    return Destination(name, Kind.PERSON, "https://u.wechat.example/lin", 0)


def code(
    *destinations: Destination,
    order: Order = Order.ORDERED,
    now: int = 0,
    version: int = 0,
    name: str = "Tea lovers",
) -> LiveCode:
    """A live code with these destinations, planned while no ticket was drawn."""
    bare = LiveCode("tea1", "tea", name, version - 1, destinations, order)
    return replanned(bare, Counter(0, version - 1), now).code


@st.composite
def codes(draw: st.DrawFn) -> LiveCode:
    """Codes of up to six destinations, some of them closed, late or short-lived."""
    made = [
        destination(
            f"d{number}",
            draw(st.integers(1, 6)),
            draw(st.sampled_from([0, 0, 0, 1, 5, 30, LATEST])),
            draw(st.sampled_from([True, True, True, False])),
            draw(st.sampled_from([0, 0, 0, 5, 50])),
        )
        for number in range(draw(st.sampled_from([2, 3, 4, 1, 5, 0])))
    ]
    people = [helper()] if draw(st.sampled_from([False, False, True])) else []
    return code(*made, *people, order=draw(st.sampled_from(Order)))


def dealt(code: LiveCode, tickets: range) -> Tally[str]:
    """How many of ``tickets`` lead to each destination, counted one by one."""
    return Tally(owner(code, ticket) for ticket in tickets if owner(code, ticket))


def changed(code: LiveCode, name: str, **changes: object) -> LiveCode:
    """The code with one destination changed and nothing dealt anew."""
    every = (replace(one, **changes) if one.id == name else one for one in code.destinations)  # type: ignore[arg-type]
    return replace(code, destinations=tuple(every))
