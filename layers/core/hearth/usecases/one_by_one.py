"""Work on many things of which none stops another."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing")


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
