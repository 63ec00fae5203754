"""Tracing costs more at a cold start than everything else together, even when it is off."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imports.children import ROOT

SOURCES = sorted([*(ROOT / "functions").rglob("*.py"), *(ROOT / "layers/core").rglob("*.py")])


def _imported(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("forbidden", ["Tracer", "tracing", "aws_xray_sdk", "boto3"])
def test_nobody_asks_for_it(forbidden: str) -> None:
    found = [
        f"{source.relative_to(ROOT)}: {name}"
        for source in SOURCES
        if "node_modules" not in source.parts
        for name in _imported(source)
        if forbidden in name.split(".")
    ]
    assert found == []
