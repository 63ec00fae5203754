"""Only so many steps a second, counted in this environment alone."""

from collections.abc import Callable


class Pace:
    """A bucket of steps: ``burst`` at once, and again ``per_second`` of them each second."""

    def __init__(self, burst: float, per_second: float, clock: Callable[[], float]) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._left = burst
        self._at = clock()

    def take(self) -> bool:
        """Take a step; False when none is left for now."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        """Undo a step that should not have counted."""
        self._left = min(self._burst, self._left + 1)
