"""Setting up an environment: does a broken download end in one clear line?"""

import os
import subprocess
import sys
from pathlib import Path

from infra.local.place import ROOT

SCRIPT = ROOT / "infra" / "local" / "environments.py"


def set_up(folder: Path, requirements: str) -> subprocess.CompletedProcess[str]:
    """Set an environment up while no registry can be reached."""
    pins = folder / "pins.txt"
    pins.write_text(requirements)
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(folder / "env"), str(pins)],
        env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_packages_that_do_not_come_are_named_in_one_line(tmp_path: Path) -> None:
    done = set_up(tmp_path, f"absent==1.0 --hash=sha256:{'0' * 64}")

    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"hearth: packages for {tmp_path / 'env'} could not be installed; ")
    assert line.endswith("No matching distribution found for absent==1.0")
    assert not (tmp_path / "env" / ".ready").exists()


def test_an_environment_that_stands_is_marked_ready(tmp_path: Path) -> None:
    done = set_up(tmp_path, "")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "env" / ".ready").exists()
