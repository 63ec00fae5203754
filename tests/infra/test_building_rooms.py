"""What a function's artifact holds: its room and nothing that does not run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.infra.templates import REPOSITORY

ROOM = {
    "console/app.py": "",
    "console/api/routes.py": "",
    "console/README.md": "",
    "console/tests/test_app.py": "",
    "console/__pycache__/app.cpython-311.pyc": "",
    "console/page/src/main.tsx": "",
    "console/page/node_modules/preact/index.js": "",
    "webhook/app.py": "",
}
PAGE = {"console/page/dist/index.html": "", "console/page/dist/assets/app.js": ""}


def _functions(folder: Path, contents: dict[str, str]) -> Path:
    for name, text in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    shutil.copy(REPOSITORY / "functions" / "Makefile", folder)
    return folder


def _build(functions: Path, name: str, python: str = "none") -> subprocess.CompletedProcess[str]:
    target = functions.parent / "built"
    command = ["make", f"build-{name}", f"ARTIFACTS_DIR={target}", f"RUNTIME_PYTHON={python}"]
    env = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        command, cwd=functions, env=env, capture_output=True, text=True, check=False
    )


def _built(functions: Path) -> set[str]:
    target = functions.parent / "built"
    return {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}


@pytest.fixture
def functions(tmp_path: Path) -> Path:
    return _functions(tmp_path / "functions", ROOM)


def test_an_artifact_holds_the_room_and_the_built_page(functions: Path) -> None:
    _functions(functions, PAGE)
    assert _build(functions, "ConsoleFunction").returncode == 0
    assert _built(functions) == {
        "functions/console/app.py",
        "functions/console/api/routes.py",
        "functions/console/page/dist/index.html",
        "functions/console/page/dist/assets/app.js",
    }


def test_an_artifact_holds_no_other_room(functions: Path) -> None:
    _build(functions, "WebhookFunction")
    assert _built(functions) == {"functions/webhook/app.py"}


def test_a_page_that_is_not_built_is_said(functions: Path) -> None:
    done = _build(functions, "ConsoleFunction")
    assert done.returncode != 0
    assert "functions/console/page/dist is missing: build the page first" in done.stderr


def test_a_room_that_is_not_there_is_said(functions: Path) -> None:
    done = _build(functions, "AnswerFunction")
    assert done.returncode != 0
    assert "functions/answer/app.py is missing" in done.stderr


def test_byte_code_that_is_left_out_is_said(functions: Path) -> None:
    assert "no none here, so no byte code" in _build(functions, "WebhookFunction").stdout


def test_byte_code_is_shipped_where_the_runtime_is_at_hand(functions: Path) -> None:
    assert _build(functions, "WebhookFunction", python="python3").stdout.count("no byte code") == 0
    assert [name for name in _built(functions) if name.endswith(".pyc")]
