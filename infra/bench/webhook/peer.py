"""The library of others that the room is measured beside."""

import hashlib
import subprocess
from pathlib import Path

from infra.bench.interpreters import Interpreter
from infra.local.place import ROOT
from infra.local.problems import LocalRunError

NAME = "wechatpy"
_REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def installed(interpreter: Interpreter) -> Path:
    """The folder that it lies in, with all it needs. Raises LocalRunError."""
    digest = hashlib.sha256(_REQUIREMENTS.read_bytes()).hexdigest()[:12]
    folder = ROOT / ".build" / "bench" / f"{NAME}-{interpreter.tag}-{digest}"
    if not (folder / NAME).is_dir():
        command = [str(interpreter.program), "-m", "pip", "install", "--quiet"]
        command += ["--disable-pip-version-check", "--no-compile", "--target", str(folder)]
        command += ["--require-hashes", "-r", str(_REQUIREMENTS)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise LocalRunError(f"{NAME} cannot be installed: {done.stderr.strip()[-300:]}")
    return folder
