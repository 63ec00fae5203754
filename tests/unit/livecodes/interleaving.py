"""Calls at the same time, one step at a time, in an order that a test chooses."""

from collections.abc import Callable, Iterable
from threading import Semaphore, Thread

Pause = Callable[[], None]


class _Abandoned(Exception):
    """Ends an actor that nobody will let on any more."""


class Actor:
    """Does its work in a thread of its own and waits at every pause to be let on."""

    def __init__(self, work: Callable[[Pause], None]) -> None:
        self._work = work
        self._go, self._waiting = Semaphore(0), Semaphore(0)
        self._error: Exception | None = None
        self._abandoned = False
        self.done = False
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def step(self) -> None:
        """Let it go on up to its next pause; raises what it raised."""
        self._go.release()
        self._waiting.acquire()
        if self._error:
            raise self._error

    def end(self) -> None:
        """Let its thread come to an end, wherever it waits."""
        self._abandoned = True
        self._go.release()
        self._thread.join()

    def _pause(self) -> None:
        self._waiting.release()
        self._go.acquire()
        if self._abandoned:
            raise _Abandoned

    def _run(self) -> None:
        try:
            self._go.acquire()
            if not self._abandoned:
                self._work(self._pause)
        except Exception as error:  # handed to whoever steps
            self._error = error
        self.done = True
        self._waiting.release()


def interleave(works: Iterable[Callable[[Pause], None]], choices: Iterable[int]) -> None:
    """Run all ``works`` to their end; ``choices`` says whose turn it is, then one by one."""
    actors = [Actor(work) for work in works]
    turns = iter(choices)
    try:
        while alive := [actor for actor in actors if not actor.done]:
            alive[next(turns, 0) % len(alive)].step()
    finally:
        for actor in actors:
            actor.end()
