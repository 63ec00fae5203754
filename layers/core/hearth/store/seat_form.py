"""Who came where, and which seats wait, as packed JSON."""

import json
from dataclasses import asdict, astuple, replace
from typing import Any

from hearth.domain.comings import GroupBook, Join, Person
from hearth.domain.errors import Malformed
from hearth.domain.reservations import Ledger, SeatBook
from hearth.store.packing import pack, unpack


def write_seats(book: SeatBook) -> bytes:
    """All but its version."""
    ledgers = {
        name: {**asdict(one), "minutes": [[*key, many] for key, many in one.minutes.items()]}
        for name, one in book.ledgers.items()
    }
    return _packed({"step": book.step, "draws": book.draws, "ledgers": ledgers})


def read_seats(version: int, body: bytes) -> SeatBook:
    """Read :func:`write_seats` back; raises Malformed."""
    try:
        content = json.loads(unpack(body))
        draws = tuple((int(at), int(seq)) for at, seq in content["draws"])
        ledgers = {name: _ledger(one) for name, one in content["ledgers"].items()}
        return SeatBook(version, int(content["step"]), draws, ledgers)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Malformed(f"not a book of seats: {error!r}") from error


def write_group(book: GroupBook) -> bytes:
    """All but its version."""
    people = {
        name: [*astuple(one)[:-1], [astuple(join) for join in one.joins]]
        for name, one in book.people.items()
    }
    unsaved = sorted(book.unsaved)
    content = {"people": people, "heard": book.heard, "crowd": book.crowd, "unsaved": unsaved}
    return _packed(content)


def read_group(version: int, body: bytes) -> GroupBook:
    """Read :func:`write_group` back; raises Malformed."""
    try:
        content = json.loads(unpack(body))
        people = {
            name: replace(Person(*values), joins=tuple(Join(*join) for join in joins))
            for name, (*values, joins) in content["people"].items()
        }
        unsaved = frozenset((code, int(start)) for code, start in content.get("unsaved", []))
        return GroupBook(version, people, content["heard"], int(content["crowd"]), unsaved)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Malformed(f"not a book of a group: {error!r}") from error


def _ledger(content: dict[str, Any]) -> Ledger:
    minutes = {(int(minute), channel): int(many) for minute, channel, many in content["minutes"]}
    return Ledger(**{**content, "channels": tuple(content["channels"]), "minutes": minutes})


def _packed(content: dict[str, Any]) -> bytes:
    return pack(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
