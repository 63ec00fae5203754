"""Every operation meets values of every wrong kind: always a 4xx, never a 500."""

import json
import re
from typing import Any

import pytest

from functions.console.interface import document
from tests.support.console_room import Client

DOCUMENT = json.loads(document())
HOSTILE: list[Any] = [
    None,
    True,
    -1,
    10**30,
    1e308,
    "",
    " ",
    "x" * 5000,
    "\x00",
    "\u202e\u2066",
    "../../etc/passwd",
    "' OR 1=1 --",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "a\r\nset-cookie: x=1",
    "#all",
    [],
    ["x"] * 500,
    {},
    {"$ne": 1},
    {"a": {"b": {"c": []}}},
]
WITH_BODY = [
    (method.upper(), path, operation["requestBody"])
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
    if "requestBody" in operation and not path.startswith("/api/session/")
]
WITH_KEYS = [
    (method.upper(), path)
    for path, operations in DOCUMENT["paths"].items()
    for method in operations
    if "{" in path
]


def _fields(body: dict[str, Any]) -> list[str]:
    name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    return list(DOCUMENT["components"]["schemas"][name]["properties"])


@pytest.mark.parametrize(("method", "path", "body"), WITH_BODY, ids=lambda value: str(value)[:40])
def test_no_value_of_any_field_breaks_an_operation(
    owner: Client, method: str, path: str, body: dict[str, Any]
) -> None:
    fields, address = _fields(body), re.sub(r"\{\w+\}", "none:none:none", path)
    for value in HOSTILE:
        content = dict.fromkeys(fields, value)
        answer = owner.ask(method, address, content)
        assert 400 <= answer.status < 500 or path == "/api/tokens", (value, answer.body[:300])
        assert answer.status < 500 and (answer.status < 300 or answer.json["error"]["message"])


@pytest.mark.parametrize(
    "key",
    [
        "%2e%2e%2fx",
        "a%00b",
        "x" * 3000,
        "é" * 600,
        "%",
        "#all",
        "a b",
        "<x>",
        ":::",
        "onebot:main:",
        "onebot:MAIN:1",
        "onebot:main:%2F",
        "onebot:main:a\u2028b",
    ],
    ids=lambda value: str(value)[:12],
)
def test_no_key_in_a_path_breaks_an_operation(owner: Client, key: str) -> None:
    for method, path in WITH_KEYS:
        answer = owner.ask(method, re.sub(r"\{\w+\}", key, path), {})
        assert 400 <= answer.status < 500, (method, path, answer.body[:300])


@pytest.mark.parametrize(
    "path", ["communities", "accounts", "groups", "operators", "tokens", "audit"]
)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "0"),
        ("limit", "-1"),
        ("limit", "101"),
        ("limit", "ten"),
        ("limit", "1e2"),
        ("limit", ""),
        ("cursor", "x" * 1001),
    ],
)
def test_lists_are_bounded(owner: Client, path: str, name: str, value: str) -> None:
    answer = owner.ask("GET", f"/api/{path}", **{name: value})
    assert answer.status == 422, answer.body[:300]


@pytest.mark.parametrize("path", ["groups", "operators", "tokens", "audit"])
@pytest.mark.parametrize("cursor", ["x", "%%%", "AAAA", "Z3JvdXA9Uz14", "é", "bW9udGg9Uz0yMDIw"])
def test_made_up_cursors_are_refused(owner: Client, path: str, cursor: str) -> None:
    answer = owner.ask("GET", f"/api/{path}", cursor=cursor)
    assert answer.status == 422, answer.body[:300]


def test_a_cursor_leads_to_no_other_list(owner: Client) -> None:
    for number in range(2):
        owner.ask("POST", "/api/tokens", {"name": f"t{number}", "role": "viewer"})
    cursor = owner.ask("GET", "/api/tokens", limit="1").json["next"]
    answer = owner.ask("GET", "/api/operators", cursor=cursor)
    assert answer.status == 422 or not any("t1" in item["name"] for item in answer.json["items"])


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-1", "x", "2026-01#", "../01"])
def test_made_up_months_are_refused(owner: Client, month: str) -> None:
    assert owner.ask("GET", "/api/audit", month=month).status == 422


@pytest.mark.parametrize(
    "name", ["a\x00b", "a\x1bb", "a\x7fb", "a\x85b", "a\u202eb", "a\u2066b", "a\nb"]
)
def test_names_read_as_what_they_are(owner: Client, name: str) -> None:
    content = {"name": name, "language": "zh", "time_zone": "Asia/Shanghai"}
    assert owner.ask("POST", "/api/communities", content).status == 422
    fine = {**content, "name": "茶友会 👩‍👩‍👧 ①"}
    assert owner.ask("POST", "/api/communities", fine).status == 201
