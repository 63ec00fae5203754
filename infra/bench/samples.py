"""CPU time of fresh interpreters that run one line each."""

import os
import statistics
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.local.problems import LocalRunError


@dataclass(frozen=True)
class Start:
    """One line of Python, and the environment of the interpreter that runs it."""

    code: str
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Cost:
    """CPU milliseconds, user and system, and how many modules are loaded afterwards."""

    least: float
    median: float
    modules: int


def measure(python: Path, starts: Mapping[str, Start], runs: int) -> dict[str, Cost]:
    """Run each of ``starts`` once to warm up, then all in turn ``runs`` times.

    In turn, so that a machine that is busy for a while is so for all of them. Raises LocalRunError
    when one fails.
    """
    modules = {name: _warm_up(python, name, start) for name, start in starts.items()}
    taken: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(runs):
        for name, start in starts.items():
            taken[name].append(_cpu_ms(python, start))
    return {
        name: Cost(min(times), statistics.median(times), modules[name])
        for name, times in taken.items()
    }


def _warm_up(python: Path, name: str, start: Start) -> int:
    """Count the modules; byte code that is missing is written, files come into the cache."""
    done = subprocess.run(
        [str(python), "-P", "-c", f"{start.code}\nimport sys; print(len(sys.modules))"],
        env=dict(start.environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise LocalRunError(f"{name} does not start: {last}")
    return int(done.stdout.split()[-1])


def _cpu_ms(python: Path, start: Start) -> float:
    words = [str(python), "-P", "-c", start.code]
    child = os.posix_spawn(python, words, dict(start.environment))
    _, _, used = os.wait4(child, 0)
    return (used.ru_utime + used.ru_stime) * 1000
