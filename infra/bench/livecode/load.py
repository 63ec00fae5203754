"""The whole suite under a crowd: nobody oversold, everybody counted, also when a room is killed."""

import os
import signal
import time
from dataclasses import dataclass

from infra.bench.livecode.crowd import Seen, come, together
from infra.bench.livecode.stand import environments, new_code, operator, suite
from infra.local.demo.http import Caller
from infra.local.place import Place
from infra.local.problems import LocalRunError

VISITORS = 2_000
CAPACITY = 200
GROUPS = 9
"""Seats for 1,800, so that the last two hundred find everything full."""

_COUNTED_S = 240
"""Blocks of ended rooms are counted from the log a minute later, by the next minute's tick."""
_POLL_S = 2.0


@dataclass(frozen=True)
class Load:
    """What a crowd was shown, and what the console says of it."""

    seen: Seen
    counted: int
    taken: int
    rooms: int
    """Warm environments that answered."""
    killed: int

    @property
    def max_shown(self) -> int:
        """Visitors led to the group that was shown most."""
        return max(self.seen.shown.values(), default=0)

    @property
    def scans(self) -> int:
        """Visitors who were answered."""
        return VISITORS - self.seen.failed


def measure() -> tuple[Load, Load]:
    """A crowd, and another of which a room is killed with tickets in hand."""
    with suite() as place:
        desk = operator(place)
        return _run(place, desk, kill=False), _run(place, desk, kill=True)


def _run(place: Place, desk: Caller, kill: bool) -> Load:
    code = new_code(desk, GROUPS, CAPACITY)
    seen = come(place, code, VISITORS // 2)
    rooms = environments(place)
    if kill:
        if len(rooms) < 2:
            raise LocalRunError("fewer than two environments are warm: nothing to kill")
        os.kill(rooms[0], signal.SIGKILL)
    seen = together(seen, come(place, code, VISITORS - VISITORS // 2))
    shown = _counted(desk, code, VISITORS - seen.failed)
    return Load(seen, shown["scans"], shown["taken"], len(rooms), int(kill))


def _counted(desk: Caller, code: str, wanted: int) -> dict[str, int]:
    """The code as the console shows it once all is counted, or after the patience is over."""
    until = time.monotonic() + _COUNTED_S
    while True:
        shown: dict[str, int] = desk.json("GET", f"/api/livecodes/{code}")
        if shown["scans"] >= wanted or time.monotonic() > until:
            return shown
        time.sleep(_POLL_S)
