"""A book of seats fits its item and can be read again, whatever channels strangers make up."""

from dataclasses import replace

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.reservations import MOST_KEYS, SeatBook, noted, opened
from hearth.domain.scans import Facts, Seen, Who
from hearth.domain.statistics import Change, Written
from hearth.store.seat_form import read_seats, write_seats

NOW = 1_763_816_400_000
PLACES = 100


def _code() -> LiveCode:
    places = (
        Destination(f"d{n}", Kind.LINK, f"https://t.example/{n}", 2_000, group=f"telegram:b:{n}")
        for n in range(PLACES)
    )
    return LiveCode("tea1", "tea", "Tea", 0, tuple(places), planned=NOW)


def _channel(number: int) -> str:
    """Forty signs of four bytes, no two channels alike."""
    return "".join(chr(0x20000 + (number * 7919 + place * 104_729) % 40_000) for place in range(40))


def _write(step: int) -> tuple[Change, Written]:
    seen = tuple(
        Seen(NOW + step * 1_000, Who.NEW, _channel(step * 40 + n), "", step * 40 + n + 1, f"d{n}")
        for n in range(40)
    )
    before, after = Counter(step * 40, 0, step=step - 1), Counter(step * 40 + 40, 0, step=step)
    return Change("tea1", before, after, Facts(seen)), Written(step, Facts(seen))


def test_the_largest_book_is_read_as_it_was_written() -> None:
    writes = [_write(step) for step in range(1, 400)]
    book = opened(SeatBook(), _code(), writes[0][0])
    book = noted(book, writes, NOW + 400_000)
    assert sum(len(one.minutes) for one in book.ledgers.values()) >= MOST_KEYS
    assert sum(one.handed for one in book.ledgers.values()) == 399 * 40
    assert replace(read_seats(0, write_seats(book)), version=0) == book
