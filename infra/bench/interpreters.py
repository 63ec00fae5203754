"""Which Python is measured: the runtime's own version when it is at hand, else this machine's."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from infra.local.place import ROOT
from infra.local.problems import LocalRunError

RUNTIME = "3.13"
_BARE = ROOT / ".build" / "bench"
_ABOUT = """
import json, platform, sys, sysconfig
import pip, venv
print(json.dumps({
    "version": platform.python_version(),
    "tag": sys.implementation.cache_tag,
    "profiled": "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or ""),
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """``program`` has pip and builds; ``bare`` is the same without any package, and is measured."""

    program: Path
    bare: Path
    version: str
    tag: str
    profiled: bool
    """Built with profile-guided optimisation, without which CPython is a good deal slower."""

    @property
    def remarks(self) -> list[str]:
        """What keeps its figures from being those of the runtime."""
        found = []
        if not self.version.startswith(f"{RUNTIME}."):
            found.append(f"No CPython {RUNTIME} with pip is at hand: this is the machine's own.")
        if not self.profiled:
            found.append("This CPython was built without profile-guided optimisation: slower.")
        return found


def choose(wanted: str) -> Interpreter:
    """``wanted``, a program's name or path, if it works; else the one that runs this.

    Raises LocalRunError if neither can build packages.
    """
    found = _examined(wanted) or _examined(sys.executable)
    if found is None:
        raise LocalRunError(
            f"{sys.executable} has no pip; set the environment up again: make setup"
        )
    return found


def _examined(program: str) -> Interpreter | None:
    command = [program, "-c", _ABOUT]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return None
    if done.returncode:
        return None
    about = json.loads(done.stdout)
    return Interpreter(Path(program), _bare(program, about["version"]), **about)


def _bare(program: str, version: str) -> Path:
    # What is installed beside the program could be loaded at each start, by .pth files.
    folder = _BARE / version
    command = [program, "-m", "venv", "--clear", "--without-pip", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return folder / "bin" / "python"
