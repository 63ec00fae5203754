"""Work on many things of which none stops another."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from hearth.domain.errors import Unavailable
from hearth.ports import Clock

LONGEST_MS = 12_000
"""So long a step of the minute's tick begins new work: the others must have their turn too."""

TROUBLE_MS = 3_600_000
"""So long a thing that cannot be worked on is let alone: most often somebody must mend it."""

_Thing = TypeVar("_Thing")


def in_time(things: Iterable[_Thing], clock: Clock, longest: int = LONGEST_MS) -> Iterator[_Thing]:
    """As many of ``things`` as are asked for within ``longest`` ms; the next minute goes on."""
    begun = clock()
    for thing in things:
        if clock() >= begun + longest:
            return
        yield thing


def passes(error: Exception) -> bool:
    """Whether something did not answer just now: what failed for that may work a minute later."""
    if isinstance(error, ExceptionGroup):
        return error.subgroup(Unavailable) is not None
    return isinstance(error, Unavailable)


def one_by_one(things: Iterable[_Thing], act: Callable[[_Thing], object]) -> int:
    """To how many ``act`` did something. Raises ExceptionGroup, after all, when some failed."""
    done, failed = 0, list[Exception]()
    for thing in things:
        try:
            done += bool(act(thing))
        except Exception as error:  # whatever it is: the others must have their turn
            failed.append(error)
    if failed:
        raise ExceptionGroup(f"{len(failed)} failed, {done} done", failed)
    return done
