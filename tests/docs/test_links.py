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


@pytest.mark.parametrize("link", ["gone.md", "#gone", "other.md#gone", "folder/gone.md#here"])
def test_a_dead_link_is_seen(tmp_path: Path, link: str) -> None:
    document = tmp_path / "document.md"
    document.write_text(f"# Here\n\nsee [it]({link}) and [more](other.md#two-words)\n")
    (tmp_path / "other.md").write_text("## Two words\n")
    assert [one for one in links(document) if not _leads_somewhere(document, one)] == [link]


def test_what_looks_like_a_link_in_a_code_block_is_none(tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text("```sh\n# no heading\necho [a](b.md)\n```\n")
    assert (links(document), anchors(document)) == ([], set())


def _leads_somewhere(document: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = document.parent / path if path else document
    return target.exists() and (not anchor or anchor in anchors(target))


def _is_defined(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and f"def {name}(" in file.read_text("utf-8")
