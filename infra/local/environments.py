"""Make a virtual environment from a list of pins: `environments.py FOLDER REQUIREMENTS…`.

Runs under the machine's own Python, before anything is installed: standard library only.
Writes FOLDER/.ready when everything is in place, so that make knows.
"""

import shutil
import subprocess
import sys
from pathlib import Path


def main(folder: str, *requirements: str) -> int:
    """Return 0 when the environment stands, 1 after telling in one line why it does not."""
    target = Path(folder)
    print(f"setting up {folder} …", flush=True)
    try:
        _create(target)
        _install(target, requirements)
    except subprocess.CalledProcessError as failed:
        print(f"hearth: {_problem(target, failed)}", file=sys.stderr)
        return 1
    (target / ".ready").touch()
    return 0


def _create(target: Path) -> None:
    if not _works(target / "bin" / "python"):
        shutil.rmtree(target, ignore_errors=True)
        _quietly([sys.executable, "-m", "venv", str(target)])


def _works(python: Path) -> bool:
    # An environment outlives the Python it was made from, for example after an upgrade.
    if not python.exists():
        return False
    command = [str(python), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _install(target: Path, requirements: tuple[str, ...]) -> None:
    lists = [word for path in requirements for word in ("--requirement", path)]
    pip = [str(target / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    options = ["--disable-pip-version-check", "--no-deps", "--require-hashes"]
    _quietly([*pip, *options, *lists])


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def _problem(target: Path, failed: subprocess.CalledProcessError) -> str:
    lines = [line.strip() for line in (failed.stdout + failed.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")] or lines[-1:] or ["no output"]
    if "venv" in failed.cmd:
        return f"{sys.executable} cannot make virtual environments: {errors[-1]}"
    return f"packages for {target} could not be installed; check the network: {errors[-1]}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
