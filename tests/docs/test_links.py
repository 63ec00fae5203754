"""What the documents point to is there: files, headings, tests by name."""

import re
from pathlib import Path

import pytest

from infra.local.place import ROOT
from tests.docs.documents import anchors, documents, links, named_paths, named_tests

DOCUMENTS = documents()
_ELSEWHERE = re.compile(r"[a-z]+:")

every = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS]
)


def test_there_are_documents() -> None:
    assert ROOT / "README.md" in DOCUMENTS


@every
def test_a_link_leads_somewhere(document: Path) -> None:
    own = [link for link in links(document) if not _ELSEWHERE.match(link)]
    assert [link for link in own if not _leads_somewhere(document, link)] == []


@every
def test_a_test_that_is_named_exists(document: Path) -> None:
    named = named_tests(document)
    assert [test for test in named if not _is_defined(*test)] == []


@every
def test_a_path_that_is_named_exists(document: Path) -> None:
    assert [path for path in named_paths(document) if not (ROOT / path).exists()] == []


def _leads_somewhere(document: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = document.parent / path if path else document
    return target.exists() and (not anchor or anchor in anchors(target))


def _is_defined(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and f"def {name}(" in file.read_text("utf-8")
