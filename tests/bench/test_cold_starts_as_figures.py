"""What `make bench-cold JSON=…` promises to programs: names and shapes, never how fast."""

import json
import platform
import sys
from pathlib import Path

import pytest

from infra.bench.interpreters import choose
from infra.bench.report import figures, table
from infra.bench.rooms import starts
from infra.bench.samples import Start, measure
from infra.local.place import ROOT
from infra.local.problems import LocalRunError

INSTALLED = [Path(path) for path in sys.path if path.endswith("site-packages")]


def test_figures_have_their_shape() -> None:
    interpreter = choose("a python that nobody has")
    paths = {"livecode": [ROOT, ROOT / "layers" / "core", *INSTALLED]}
    costs = measure(interpreter.bare, starts(paths), runs=1)
    found = json.loads(json.dumps(figures(costs, interpreter, runs=1)))
    assert found["python"] == platform.python_version()
    assert (found["runs"], set(found["rooms"])) == (1, {"livecode"})
    numbers = {"cpu_ms", "cpu_ms_median", "modules", "ratio_to_boto3"}
    for cost in (found["rooms"]["livecode"], found["empty_interpreter"], found["boto3_client"]):
        assert set(cost) == numbers and all(value > 0 for value in cost.values())
    assert found["boto3_client"]["ratio_to_boto3"] == 1
    assert found["rooms"]["livecode"]["modules"] > found["empty_interpreter"]["modules"]
    said = "No CPython 3.13" in table(costs, interpreter, runs=1)
    assert said == (sys.version_info[:2] != (3, 13))


def test_a_room_that_does_not_start_is_said() -> None:
    broken = Start("raise SystemExit('not set in the environment: POSTS_TABLE')", {})
    with pytest.raises(LocalRunError, match="engage does not start: not set in the environment: P"):
        measure(Path(sys.executable), {"engage": broken}, runs=1)
