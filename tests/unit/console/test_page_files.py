"""The page's files, and nothing else."""

import base64
import gzip
from pathlib import Path

import pytest

from functions.console.page_files import page

PICTURE = b"\x89PNG\r\n\x1a\n\x00\xff"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html>火")
    (built / "assets" / "app-AB12CD34.js").write_text("start()")
    (built / "assets" / "logo-AB12CD34.png").write_bytes(PICTURE)
    (built / "assets" / "plain.css").write_text("a{}")
    (built / ".env").write_text("secret")
    (built / "server.py").write_text("secret")
    (tmp_path / "outside.json").write_text("secret")
    (built / "linked.txt").write_text("inside")
    return built


def test_the_root_leads_to_the_console(dist: Path) -> None:
    answer = page("/", dist=dist)
    assert (answer["statusCode"], answer["headers"]["location"]) == (302, "/console")


@pytest.mark.parametrize(
    "path", ["/console", "/console/", "/console/login", "/console/groups/a:b:c"]
)
def test_routes_of_the_page_are_the_index_and_never_kept(dist: Path, path: str) -> None:
    answer = page(path, dist=dist)
    assert (answer["statusCode"], answer["body"]) == (200, "<!doctype html>火")
    assert answer["headers"]["cache-control"] == "no-cache"
    assert answer["headers"]["content-type"] == "text/html; charset=utf-8"


def test_named_by_content_is_kept_for_ever(dist: Path) -> None:
    answer = page("/console/assets/app-AB12CD34.js", dist=dist)
    assert answer["body"] == "start()"
    assert answer["headers"]["cache-control"].endswith("immutable")
    assert page("/console/assets/plain.css", dist=dist)["headers"]["cache-control"] == "no-cache"


def test_pictures_are_sent_as_bytes(dist: Path) -> None:
    answer = page("/console/assets/logo-AB12CD34.png", dist=dist)
    assert answer["isBase64Encoded"] and base64.b64decode(answer["body"]) == PICTURE
    assert answer["headers"]["content-type"] == "image/png"


@pytest.mark.parametrize(
    "path",
    [
        "/console/../outside.json",
        "/console/..%2foutside.json",
        "/console/assets/../../outside.json",
        "/console//../outside.json",
        "/console/./../outside.json",
        "/console/\\..\\outside.json",
        "/console/outside.json\x00.js",
        "/console/.env",
        "/console/server.py",
        "/console/assets/",
        "/console/missing.js",
        "/console/assets/APP-AB12CD34.js",
        "//etc/passwd",
        "/consolex",
        "/etc/passwd.txt",
        "",
    ],
)
def test_nothing_else_is_ever_served(dist: Path, path: str) -> None:
    answer = page(path, dist=dist)
    assert "secret" not in answer["body"]
    assert answer["statusCode"] == 404 or answer["body"] == "<!doctype html>火"


def test_a_page_that_is_not_built_says_what_to_do(tmp_path: Path) -> None:
    answer = page("/console", dist=tmp_path)
    assert answer["statusCode"] == 503 and "make page" in answer["body"]
    assert answer["body"].count("\n") == 1


def test_a_browser_that_can_unpack_gets_less(dist: Path) -> None:
    plain = page("/console", dist=dist)
    packed = page("/console", "br, gzip", dist)
    assert packed["headers"]["content-encoding"] == "gzip"
    assert packed["headers"]["vary"] == plain["headers"]["vary"] == "accept-encoding"
    assert gzip.decompress(base64.b64decode(packed["body"])).decode() == plain["body"]


def test_pictures_are_not_packed_twice(dist: Path) -> None:
    answer = page("/console/assets/logo-AB12CD34.png", "gzip", dist)
    assert "content-encoding" not in answer["headers"]
