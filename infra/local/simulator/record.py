"""The calls that were made, in order, in bounded memory."""

import threading
import time
from collections import deque
from typing import Any

from infra.local.simulator.wire import Call

KEPT_CALLS = 10_000


class Record:
    """Every call with what became of it; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT_CALLS)
        self._lock = threading.Lock()
        self._next = 1

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, call: Call, outcome: str) -> None:
        """Append `call`; `outcome` is "ok", "failed" or the kind of the planned fault."""
        with self._lock:
            self._entries.append(
                {
                    "number": self._next,
                    "time": int(time.time() * 1000),
                    "platform": call.platform,
                    "account": call.account,
                    "method": call.method,
                    "parameters": call.parameters,
                    "outcome": outcome,
                }
            )
            self._next += 1

    def matching(self, wanted: dict[str, str]) -> list[dict[str, Any]]:
        """Return the calls whose fields equal `wanted`, oldest first."""
        with self._lock:
            entries = list(self._entries)
        return [e for e in entries if all(str(e.get(k)) == v for k, v in wanted.items())]

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
