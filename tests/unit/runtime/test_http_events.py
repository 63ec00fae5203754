"""API Gateway's events: headers, cookies, query and path, here and on the local cloud."""

import json

import pytest

from hearth.runtime import http


def test_header_names_are_compared_in_lower_case() -> None:
    assert http.headers({"headers": {"X-Signature": "a", "HOST": "b"}}) == {
        "x-signature": "a",
        "host": "b",
    }


@pytest.mark.parametrize("event", [{}, {"headers": None}, {"headers": {}}])
def test_without_headers_there_are_none(event: http.Event) -> None:
    assert http.headers(event) == {} and http.cookies(event) == {}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"cookies": ["a=1", "b=2"]}, {"a": "1", "b": "2"}),
        ({"headers": {"cookie": "a=1; b=2"}}, {"a": "1", "b": "2"}),
        ({"headers": {"Cookie": "a=1;b=2"}}, {"a": "1", "b": "2"}),
        ({"cookies": ["a=1"], "headers": {"cookie": "a=2"}}, {"a": "1"}),
        ({"cookies": [], "headers": {"cookie": "a=2"}}, {}),
        ({"cookies": ["token=abc=="]}, {"token": "abc=="}),
        ({"cookies": ["a", "=b", " c = d "]}, {"a": "", "c": "d"}),
        ({"headers": {"cookie": ";;"}}, {}),
    ],
)
def test_cookies_come_from_the_list_or_where_there_is_none_from_the_header(
    event: http.Event, expected: dict[str, str]
) -> None:
    assert http.cookies(event) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", {}),
        (None, {}),
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("msg=a%2Bb%3D&sig=x%2520", {"msg": "a+b=", "sig": "x%20"}),
        ("name=%E8%8C%B6", {"name": "茶"}),
        ("words=a+b", {"words": "a b"}),
        ("empty=&flag", {"empty": "", "flag": ""}),
        ("a=1&a=2", {"a": "2"}),
        ("bad=%ff%zz", {"bad": "\ufffd%zz"}),
    ],
)
def test_a_query_is_decoded_once(raw: str | None, expected: dict[str, str]) -> None:
    assert http.query({"rawQueryString": raw}) == expected


def test_a_path_parameter_that_is_not_there_is_empty() -> None:
    assert http.path_parameter({"pathParameters": {"code": "tea1"}}, "code") == "tea1"
    for event in ({}, {"pathParameters": None}, {"pathParameters": {"code": None}}):
        assert http.path_parameter(event, "code") == ""


def test_the_method_is_in_capitals() -> None:
    assert http.method({"requestContext": {"http": {"method": "head"}}}) == "HEAD"


def test_an_answer_is_never_cached_unless_said_otherwise() -> None:
    assert http.answer(204) == {
        "statusCode": 204,
        "headers": {"content-type": "text/plain; charset=utf-8", "cache-control": "no-store"},
        "body": "",
    }
    cached = http.answer(200, extra={"cache-control": "max-age=60"}, set_cookies=("a=1",))
    assert cached["headers"]["cache-control"] == "max-age=60"
    assert cached["cookies"] == ["a=1"]


def test_a_refusal_says_why_in_json() -> None:
    refused = http.refusal(422, "“茶” is not a name")
    assert refused["statusCode"] == 422
    assert refused["headers"]["content-type"] == "application/json"
    assert json.loads(refused["body"]) == {"error": "“茶” is not a name"}
