"""Planned failures: the next calls of a method go wrong in a chosen way."""

import threading
from dataclasses import dataclass
from typing import Any

from infra.local.simulator.wire import BadRequestError, Call

KINDS = ("429", "500", "timeout", "reset", "kicked", "token")
ANY = "*"
MOST_PLANS = 1_000
_DEFAULT_SECONDS = {"429": 1.0, "timeout": 60.0}


@dataclass(frozen=True)
class Fault:
    """`token`: the caller's is good no longer.

    `seconds`: for 429 what the platform asks to wait, for timeout how long it says nothing.
    """

    kind: str
    seconds: float = 0.0


@dataclass
class _Plan:
    method: str
    account: str
    times: int
    fault: Fault

    def covers(self, call: Call) -> bool:
        return self.method in (ANY, call.method) and self.account in (ANY, call.account)


class Faults:
    """The plans, first come first served."""

    def __init__(self) -> None:
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._plans)

    def plan(self, wish: dict[str, Any]) -> None:
        """Plan {"method", "kind", "times"=1, "account"="*", "seconds"}; raise BadRequestError."""
        made = _plan_of(wish)
        with self._lock:
            if len(self._plans) >= MOST_PLANS:
                raise BadRequestError(f"{MOST_PLANS} faults are planned already; DELETE /faults")
            self._plans.append(made)

    def next_for(self, call: Call) -> Fault | None:
        """Return the fault that `call` meets and count it, or None."""
        with self._lock:
            plan = next((p for p in self._plans if p.covers(call)), None)
            if plan is None:
                return None
            plan.times -= 1
            if plan.times == 0:
                self._plans.remove(plan)
            return plan.fault

    def clear(self) -> None:
        with self._lock:
            self._plans.clear()


def _plan_of(wish: dict[str, Any]) -> _Plan:
    unknown = sorted(set(wish) - {"method", "kind", "times", "account", "seconds"})
    if unknown:
        raise BadRequestError(f"a fault has no {unknown[0]!r}")
    kind = str(wish.get("kind"))
    if kind not in KINDS:
        raise BadRequestError(f"kind is {kind!r}; it must be one of {', '.join(KINDS)}")
    times = wish.get("times", 1)
    if not isinstance(times, int) or times < 1:
        raise BadRequestError(f"times is {times!r}; it must be a whole number from 1")
    seconds = wish.get("seconds", _DEFAULT_SECONDS.get(kind, 0.0))
    if not isinstance(seconds, int | float) or seconds < 0:
        raise BadRequestError(f"seconds is {seconds!r}; it must be a number from 0")
    method, account = str(wish.get("method", ANY)), str(wish.get("account", ANY))
    return _Plan(method, account, times, Fault(kind, float(seconds)))
