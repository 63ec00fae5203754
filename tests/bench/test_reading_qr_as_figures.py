"""What `make eval-qr JSON=…` promises to programs; the same pictures are drawn each time."""

import json
from itertools import islice
from random import Random

import pytest

from infra.bench.qr.__main__ import main, table
from infra.bench.qr.cases import CASES, EMPTY
from infra.bench.qr.outcomes import Outcome, figures, outcomes
from infra.bench.qr.screens import payload, with_code


def _outcomes() -> list[Outcome]:
    return [
        *(Outcome(name, "a", ("a",), 10.0) for name in CASES),
        Outcome("noise", "a", (), 30.0),
        Outcome("noise", "a", ("a", "b"), 30.0),
        *(Outcome(name, "", (), 20.0) for name in EMPTY),
        Outcome("a chat", "", ("b",), 20.0),
    ]


def test_figures_have_their_shape_and_count_what_they_say() -> None:
    found = json.loads(json.dumps(figures(_outcomes())))
    assert found["decoded_share"] == round(len(CASES) / (len(CASES) + 2), 4)
    assert (found["false_positives"], found["ms_median"], found["ms_most"]) == (2, 10.0, 30.0)
    assert found["cases"]["noise"] == round(1 / 3, 4) and len(found["cases"]) == len(CASES) >= 28
    assert "false positives" in table(found)


def test_pictures_are_drawn_and_read() -> None:
    first, second = islice(outcomes(1), 2)
    assert first.case == "as it was" and first.decoded and not first.false
    assert second.said.startswith("https://weixin.qq.com/g/")


def test_the_same_chance_draws_the_same_picture() -> None:
    for name in ("noise", "photo of a poster"):
        pictures = []
        for _ in range(2):
            random, case = Random(name), CASES[name]
            screen = with_code(random, payload(random), case.look)
            pictures.append(case.distortion(random, screen).tobytes())
        assert pictures[0] == pictures[1]


@pytest.mark.parametrize("words", [["--pictures", "0"], ["--json", "/nowhere/at/all.json"]])
def test_what_cannot_be_done_is_said_before_it_starts(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(words)
