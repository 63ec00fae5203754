"""Draws the pictures, lets them be read, and counts."""

import io
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from hearth.pictures.reader import codes_on
from infra.bench.qr.cases import CASES, EMPTY
from infra.bench.qr.screens import Picture, payload, with_code


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read from one picture, and for how long."""

    case: str
    said: str
    """The text of its code; empty when there is none on it."""
    read: tuple[str, ...]
    ms: float

    @property
    def decoded(self) -> bool:
        """Its code was read, and nothing else."""
        return self.read == (self.said,)

    @property
    def false(self) -> bool:
        """Something was read that is not on it."""
        return any(text != self.said for text in self.read)


def outcomes(count: int) -> Iterator[Outcome]:
    """Of ``count`` pictures of every case; the same pictures each time."""
    for number in range(count):
        for name, case in CASES.items():
            random = _random(name, number)
            text = payload(random)
            yield _read(name, text, case.distortion(random, with_code(random, text, case.look)))
        for name, draw in EMPTY.items():
            yield _read(name, "", draw(_random(name, number)))


def figures(found: list[Outcome]) -> dict[str, Any]:
    """``{"decoded_share", "false_positives", "ms_median", …, "cases": {name: share}}``."""
    with_code_on = [one for one in found if one.said]
    return {
        "decoded_share": _share(with_code_on),
        "false_positives": sum(one.false for one in found),
        "ms_median": round(statistics.median(one.ms for one in found), 1),
        "ms_most": round(max(one.ms for one in found), 1),
        "pictures": len(found),
        "pictures_with_code": len(with_code_on),
        "cases": {
            name: _share([one for one in with_code_on if one.case == name]) for name in CASES
        },
    }


def _share(some: list[Outcome]) -> float:
    return round(sum(one.decoded for one in some) / len(some), 4)


def _read(case: str, said: str, picture: Picture) -> Outcome:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92)
    start = time.perf_counter()
    read = codes_on(out.getvalue())
    return Outcome(case, said, read, 1000 * (time.perf_counter() - start))


def _random(name: str, number: int) -> Random:
    return Random(f"{name} {number}")
