"""Which messages of a member were counted, so that each counts once in any order.

Platforms tell the time in seconds: two messages of one second have no order but their arrival.
So every counted message leaves a mark, and only marks of moments long past are let go.
"""

MOST = 32
"""Marks kept before old ones are let go: 22 bytes each, so that an item stays under 1 KB."""

_SPARED = 8


def mark_of(key: str) -> str:
    """A short name of an event: its time and the first characters of its hash."""
    at, _, digest = key.partition("#")
    return f"{at}#{digest[:8]}"


def shortened(marks: frozenset[str]) -> tuple[frozenset[str], int]:
    """The marks to keep, and the time (ms) up to which messages then count as heard.

    ``(marks, 0)`` when nothing is to be let go. A moment is kept or let go as a whole, so that
    no message of a kept moment is missed.
    """
    if len(marks) <= MOST:
        return marks, 0
    limit = sorted(marks)[-_SPARED - 1].partition("#")[0]
    kept = frozenset(mark for mark in marks if mark.partition("#")[0] > limit)
    return (kept, int(limit)) if kept else (marks, 0)
