"""The documents of the repository and what they point to."""

import re
from collections.abc import Iterator
from pathlib import Path

from infra.local.place import ROOT

_LEFT_OUT = {"node_modules", "site-packages"}
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
_PATH = re.compile(r"`((?:docs|functions|infra|layers|tests)/[\w./-]+)`")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def documents() -> list[Path]:
    """Every Markdown file of ours."""
    return sorted(path for path in _walk(ROOT) if path.suffix == ".md")


def links(document: Path) -> list[str]:
    """Where its links lead, as written; code blocks have none."""
    return _LINK.findall(_FENCED.sub("", document.read_text("utf-8")))


def named_tests(document: Path) -> list[tuple[str, str]]:
    """File and function of each test it names."""
    return _TEST.findall(document.read_text("utf-8"))


def named_paths(document: Path) -> list[str]:
    """Files and folders of the repository that it names as code."""
    return _PATH.findall(document.read_text("utf-8"))


def anchors(document: Path) -> set[str]:
    """What may stand behind the # of a link to it, as GitHub makes it of headings."""
    headings = _HEADING.findall(_FENCED.sub("", document.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name in _LEFT_OUT:
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
