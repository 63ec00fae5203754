"""Remember answers for a while, at most so many."""

import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Fresh(Generic[K, V]):
    """A function whose answers are kept for ``seconds``; failures are not kept."""

    def __init__(self, ask: Callable[[K], V], seconds: float, most: int = 1000) -> None:
        self._ask = ask
        self._seconds = seconds
        self._most = most
        self._kept: dict[K, tuple[float, V]] = {}

    def __call__(self, key: K) -> V:
        """The kept answer, or a new one."""
        until, value = self._kept.get(key, (0.0, None))
        if value is not None and time.monotonic() < until:
            return value
        if len(self._kept) >= self._most:
            self._kept.clear()
        answer = self._ask(key)
        self._kept[key] = (time.monotonic() + self._seconds, answer)
        return answer
