"""What is measured: each room as it is deployed, an empty interpreter, and boto3 as a yardstick."""

import os
from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from pathlib import Path

from infra.bench.interpreters import Interpreter
from infra.bench.samples import Start
from infra.local.artifacts import Recipe, build
from infra.local.place import ROOT

ROOMS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/app.py"))
EMPTY = "an empty interpreter"
YARDSTICK = "boto3 and a client"

_LAMBDA = {
    "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "HOME": "/nonexistent",
}


def starts(paths: dict[str, list[Path]]) -> dict[str, Start]:
    """What to run, by name; ``paths`` are the folders of each room's path."""
    any_path = next(iter(paths.values()))
    yardstick = "import boto3; boto3.client('dynamodb')"
    return {
        EMPTY: Start("pass", _environment(any_path)),
        **{room: _start(room, path) for room, path in paths.items()},
        YARDSTICK: Start(yardstick, _environment(any_path)),
    }


def built(rooms: Iterable[str], interpreter: Interpreter) -> dict[str, list[Path]]:
    """Each room's path in Lambda's order, built as by `sam build`. Raises BuildError."""
    core = _build("CoreLayer", "layers/core", interpreter) / "python"
    vendor = _build("VendorLayer", "layers/vendor", interpreter) / "python"
    return {
        room: [_build(f"{room.capitalize()}Function", "functions", interpreter), core, vendor]
        for room in rooms
    }


def _build(name: str, source: str, interpreter: Interpreter) -> Path:
    return build(Recipe(name, ROOT / source, interpreter.program, interpreter.tag))


def _start(room: str, path: list[Path]) -> Start:
    """The room is built when it is imported, as in Lambda's init phase; nothing is asked of AWS."""
    module = import_module(f"hearth.runtime.config.{room}")
    names = [field.name.upper() for field in fields(getattr(module, f"{room.capitalize()}Config"))]
    settings = {name: "http://127.0.0.1:1/x" if "URL" in name else name for name in names}
    own = {**settings, "AWS_LAMBDA_FUNCTION_NAME": room}
    return Start(f"import functions.{room}.app", _environment(path) | own)


def _environment(path: list[Path]) -> dict[str, str]:
    return {**_LAMBDA, "PYTHONPATH": os.pathsep.join(map(str, path))}
