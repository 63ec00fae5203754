"""A change of the code, of a layer or of the template is taken up by the next start."""

import urllib.request
from pathlib import Path

from infra.local.place import Place
from infra.local.ports import free_pair
from tests.local.suite import Suite
from tests.local.test_run import only_line, run

HANDLER = """
from hearth.told import WORD

def handler(event, context):
    return {{"statusCode": 200, "body": "{word} " + WORD}}
"""


def write_code(root: Path, function: str, layer: str) -> None:
    (root / "functions" / "livecode" / "app.py").write_text(HANDLER.format(word=function))
    (root / "layers" / "core" / "hearth" / "told.py").write_text(f"WORD = {layer!r}\n")


def told(suite: Suite) -> str:
    with urllib.request.urlopen(f"{suite.base_url}/c/code", timeout=10) as answer:
        return str(answer.read().decode())


def test_changed_code_is_served_after_the_next_start(workshop: Path, tmp_path: Path) -> None:
    suite = Suite(Place(free_pair(), tmp_path / "state"), workshop)
    try:
        write_code(workshop, "old function", "old layer")
        suite.start()
        assert told(suite) == "old function old layer"

        write_code(workshop, "new function", "old layer")
        suite.restart()
        assert told(suite) == "new function old layer"

        write_code(workshop, "new function", "new layer")
        suite.restart()
        assert told(suite) == "new function new layer"
    finally:
        suite.stop()


def test_a_refused_template_is_explained_and_leaves_nothing(workshop: Path, tmp_path: Path) -> None:
    tables = workshop / "infra" / "tables.yaml"
    good = tables.read_text()
    suite = Suite(Place(free_pair(), tmp_path / "state"), workshop)

    tables.write_text(good.replace("AWS::DynamoDB::Table", "AWS::DynamoDB::Tabel", 1))
    line = only_line(run(suite.place.port, suite.place.state, workshop))

    assert line == (
        "hearth: template.yaml could not be deployed: "
        "Tables: Unsupported resource type: AWS::DynamoDB::Tabel"
    )
    tables.write_text(good)
    try:
        suite.start()
    finally:
        suite.stop()
