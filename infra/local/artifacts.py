"""Build what the template's functions and layers consist of, by the targets `sam build` runs.

An artifact lies in a folder named after the digest of its sources, so what did not change is not
built again, and a running suite keeps its own while another is built.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from infra.local.packing import digest
from infra.local.place import CLOUD_PYTHON, ROOT
from infra.local.problems import BuildError

BUILDS = ROOT / ".build" / "local"
KEPT_SECONDS = 3 * 24 * 3600  # a suite that still runs may point to what it was started with
BUILD_SECONDS = 300


@dataclass(frozen=True)
class Recipe:
    """One function or layer of the template: its logical id and the folder of its makefile.

    `python` is what it is built for; `tag` says of which implementation and version that is.
    """

    name: str
    source: Path
    python: Path = CLOUD_PYTHON
    tag: str = sys.implementation.cache_tag


def build(recipe: Recipe) -> Path:
    """Return the folder with the artifact of `recipe`; raise BuildError if make fails."""
    python = f"{recipe.tag} {sys.platform}"
    built = BUILDS / recipe.name / digest(recipe.source, recipe.name, python)
    if not built.is_dir():
        _make(recipe, built)
    os.utime(built)
    _forget_old_builds(built.parent)
    return built


def _make(recipe: Recipe, built: Path) -> None:
    built.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=built.parent, prefix=".making-") as scratch:
        target = Path(scratch) / "artifact"
        target.mkdir()
        _run_make(recipe, target)
        # Two suites may build the same thing at once: the first one wins.
        if not built.is_dir():
            target.rename(built)


def _run_make(recipe: Recipe, target: Path) -> None:
    command = ["make", "-C", str(recipe.source), f"build-{recipe.name}", f"ARTIFACTS_DIR={target}"]
    # The rooms run on this machine, so wheels and byte code are for its kind.
    variables = {"HEARTH_NATIVE": "1", "PYTHON": recipe.python, "RUNTIME_PYTHON": recipe.python}
    env = _without_make() | {name: str(value) for name, value in variables.items()}
    try:
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise BuildError(f"building {recipe.name} took more than {BUILD_SECONDS} s") from late
    if done.returncode:
        raise BuildError(f"building {recipe.name} failed: {reason(done.stderr or done.stdout)}")


def _without_make() -> dict[str, str]:
    """Return the environment without what an outer make put there: it would leak its flags."""
    return {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}


def reason(output: str) -> str:
    """Return the line of a failed command's `output` that says most."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or [line for line in lines if not line.startswith("make")] or ["no output"])[-1]


def _forget_old_builds(folder: Path) -> None:
    oldest = time.time() - KEPT_SECONDS
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            shutil.rmtree(path, ignore_errors=True)
