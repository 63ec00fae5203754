"""Time of a simulation: what happens when, and actors that are called and wait in it.

Actors run in threads of their own but never at the same time: the stage lets one go on and waits
until that one pauses or is done. So rooms can be written, and the product's own used, as plain
calls, and the same seed gives the same run.
"""

import heapq
from collections.abc import Callable
from itertools import count
from threading import Lock, Thread

Action = Callable[[], None]


class Stage:
    """The clock, in ms from the beginning of the run."""

    def __init__(self) -> None:
        self.now = 0.0
        self._coming: list[tuple[float, int, Action]] = []
        self._order = count()

    def after(self, delay: float, action: Action) -> None:
        """Do ``action`` in ``delay`` ms; what falls on the same moment keeps its order."""
        heapq.heappush(self._coming, (self.now + delay, next(self._order), action))

    def run(self) -> None:
        """Until nothing is left to happen."""
        while self._coming:
            self.now, _, action = heapq.heappop(self._coming)
            action()


class Actor:
    """Does one work at a time; may pause in the middle of it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._go, self._back = Lock(), Lock()
        self._go.acquire()
        self._back.acquire()
        self._work: Action | None = None
        self._error: Exception | None = None
        self._thread = Thread(target=self._live, daemon=True)
        self._thread.start()

    def begin(self, work: Action) -> None:
        """Let it do ``work`` up to its first pause; raises what the work raises."""
        self._work = work
        self._turn()

    def pause(self, ms: float) -> None:
        """Called by the work itself: go on ``ms`` later."""
        self._stage.after(ms, self._turn)
        self._back.release()
        self._go.acquire()

    def end(self) -> None:
        """Let its thread end; it must not be in the middle of a work."""
        self._work = None
        self._go.release()
        self._thread.join()

    def _turn(self) -> None:
        self._go.release()
        self._back.acquire()
        if self._error:
            raise self._error

    def _live(self) -> None:
        self._go.acquire()
        while self._work:
            try:
                self._work()
            except Exception as error:  # handed to whoever runs the stage
                self._error = error
            self._back.release()
            self._go.acquire()
