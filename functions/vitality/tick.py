"""What each minute does: one step after the other, none stopped by another."""

from collections.abc import Callable, Mapping

from aws_lambda_powertools import Logger

from hearth.domain.errors import Unavailable

Steps = Mapping[str, Callable[[], int]]
"""Name of what is counted → what does it."""

EVERY = {"blocked": 10}
"""Minutes between two runs of a step; one that is not named runs every minute."""

logger = Logger(service="vitality")


def run(steps: Steps, now: int) -> dict[str, int]:
    """How much each step did at ``now`` (ms since 1970).

    Raises Unavailable when one failed: the tick comes again, and every step can be repeated.
    """
    done: dict[str, int] = {}
    failed: list[str] = []
    for name, step in steps.items():
        if now // 60_000 % EVERY.get(name, 1):
            continue
        try:
            done[name] = step()
        except Exception:  # whatever it is: the others must have their minute
            logger.exception("a step of the tick failed", extra={"step": name})
            failed.append(name)
    if failed:
        raise Unavailable(f"the tick failed at: {', '.join(failed)}")
    return done
