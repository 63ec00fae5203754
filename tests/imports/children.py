"""Fresh interpreters: what is loaded when a room starts, and nothing that tests have loaded."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.support.settings import settings_names

ROOT = Path(__file__).parents[2]

ROOMS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/app.py"))

_CHILD = """
import json, sys
before = set(sys.modules)
{code}
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@cache
def loaded_by(room: str, then: str = "") -> frozenset[str]:
    """Names of the modules that a cold start of ``room`` loads, and after it ``then``.

    The room is built as in Lambda's init phase; nothing is asked of any service.
    """
    code = _CHILD.format(code=f"import functions.{room}.app\n{then}")
    child = subprocess.run(
        [sys.executable, "-s", "-c", code],
        env=_environment(room),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert child.returncode == 0, child.stderr
    return frozenset(json.loads(child.stdout.splitlines()[-1]))


def packages(modules: frozenset[str]) -> set[str]:
    """Packages that are neither the standard library's nor helpers of compiled ones."""
    tops = {module.partition(".")[0] for module in modules}
    own = {top for top in tops if not top.startswith("_") and top != "cython_runtime"}
    return own - sys.stdlib_module_names


def _environment(room: str) -> dict[str, str]:
    names = settings_names(room)
    return {
        **{name: "http://127.0.0.1:1/x" if "URL" in name else f"/test/{name}" for name in names},
        "PYTHONPATH": f"{ROOT}:{ROOT / 'layers/core'}",
        "AWS_LAMBDA_FUNCTION_NAME": f"test-{room}",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "HOME": "/nonexistent",
    }
