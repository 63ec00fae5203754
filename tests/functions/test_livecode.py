"""The live-code room: redirects, pages, cookies, and one write a scan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import boto3
import pytest

from functions.livecode.app import handler
from hearth.domain.livecodes import Counter, Destination, Guide, Kind, LiveCode
from hearth.domain.plans import replanned, taken
from hearth.domain.scans import read_facts
from hearth.store.livecodes import LiveCodes
from tests.conftest import Aws
from tests.support.gateway import http_event
from tests.support.unique import unique

PHONE = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 Language/zh_CN"
LINK = Destination("first", Kind.LINK, "https://t.example/+abc", capacity=2)
QR = Destination("second", Kind.QR, "https://weixin.example/g/x", 5, picture="data:image/png;x")
LIN = Destination("lin", Kind.PERSON, "https://u.wechat.example/lin", 0, picture="data:image/png;y")


@pytest.fixture
def codes(aws: Aws, keep_secret: Callable[[str, object], None]) -> LiveCodes:
    keep_secret("livecode/visitor-key", "a-key-of-tests")
    return LiveCodes(aws.names["LIVECODES_TABLE"])


@pytest.fixture
def code(codes: LiveCodes) -> str:
    name = unique()
    codes.add(_planned(name, "Tea <lovers>", LINK, QR))
    return name


def _planned(code: str, name: str, *destinations: Destination) -> LiveCode:
    bare = LiveCode(code, "tea", name, -1, destinations)
    return replanned(bare, Counter(0, -1), now=1).code


def _scan(
    code: str,
    method: str = "GET",
    channel: str = "",
    query: dict[str, str] | None = None,
    **headers: str,
) -> dict[str, Any]:
    headers = {"user-agent": PHONE, **{k.replace("_", "-"): v for k, v in headers.items()}}
    parameters = {"code": code} | ({"channel": channel} if channel else {})
    event = http_event(method, f"/c/{code}", headers=headers, query=query, parameters=parameters)
    return handler(event, None)  # type: ignore[arg-type]


def test_a_link_is_a_redirect_that_nobody_caches(code: str) -> None:
    answer = _scan(code)
    assert answer["statusCode"] == 302
    assert answer["headers"]["location"] == "https://t.example/+abc"
    assert answer["headers"]["cache-control"] == "no-store"


def test_a_groups_qr_is_shown_on_a_small_page(code: str) -> None:
    for _ in range(2):
        _scan(code)
    answer = _scan(code, accept_language="en-GB,zh;q=0.5")
    assert answer["statusCode"] == 200
    assert 'src="data:image/png;x"' in answer["body"]
    assert "Press and hold the QR code" in answer["body"]
    assert "Tea &lt;lovers&gt;" in answer["body"] and "<script" not in answer["body"]
    assert "script-src" not in answer["headers"]["content-security-policy"]
    assert answer["headers"]["cache-control"] == "no-store"


def test_a_scan_is_one_write_when_warm(aws: Aws, code: str) -> None:
    _scan(code)
    with aws.proxy.counting("DynamoDB") as operations:
        _scan(code, channel="poster")
    assert operations == ["DynamoDB.UpdateItem"]


def test_the_same_visitor_comes_back_to_the_same_group(codes: LiveCodes, code: str) -> None:
    cookie = _scan(code)["cookies"][0].partition(";")[0]
    for _ in range(3):
        again = _scan(code, cookie=cookie)
        assert again["headers"]["location"] == "https://t.example/+abc"
    counter = codes.counter(code)
    assert (counter.seq, counter.scans) == (1, 4)


def test_a_forged_cookie_is_a_new_visitor(codes: LiveCodes, code: str) -> None:
    _scan(code, cookie=f"hearth_{code}=second.{'0' * 16}")
    assert codes.counter(code).seq == 1


def test_a_cookie_is_for_this_code_only_and_not_for_scripts(code: str) -> None:
    (line,) = _scan(code, x_forwarded_proto="https")["cookies"]
    assert line.startswith(f"hearth_{code}=first.")
    assert {"HttpOnly", "SameSite=Lax", "Secure"} <= set(line.split("; "))


def test_what_advertisers_say_goes_on_to_the_group_and_nothing_else(
    codes: LiveCodes, code: str
) -> None:
    query = {"utm_source": "newsletter", "utm_term": "a\r\nb", "fbclid": "1"}
    answer = _scan(code, query=query)
    assert answer["headers"]["location"] == "https://t.example/+abc?utm_source=newsletter"


def test_a_link_is_shown_with_a_button_where_the_operator_wants_that(codes: LiveCodes) -> None:
    name = unique()
    codes.add(
        replace(_planned(name, "Tea", LINK), guide=Guide(rules=("Be kind.",), for_links=True))
    )
    answer = _scan(name, query={"utm_source": "x"}, accept_language="en")
    assert answer["statusCode"] == 200 and "location" not in answer["headers"]
    assert 'href="https://t.example/+abc?utm_source=x"' in answer["body"]
    assert "Be kind." in answer["body"] and len(answer["cookies"]) == 1


def test_when_all_are_full_a_person_is_introduced_and_nobody_is_bound_to_him(
    codes: LiveCodes,
) -> None:
    name = unique()
    codes.add(_planned(name, "Tea", replace(LINK, capacity=1), LIN))
    _scan(name)
    answer = _scan(name)
    assert "请添加这位联系人" in answer["body"] and 'src="data:image/png;y"' in answer["body"]
    assert "cookies" not in answer and "<form" not in answer["body"]


def test_a_page_fetched_in_case_it_is_wanted_costs_and_takes_nothing(
    aws: Aws, codes: LiveCodes, code: str
) -> None:
    with aws.proxy.counting("DynamoDB") as operations:
        answers = [_scan(code, method, sec_purpose="prefetch") for method in ("GET", "HEAD")]
    assert ([answer["statusCode"] for answer in answers], operations) == ([403, 403], [])
    assert {answer["headers"]["cache-control"] for answer in answers} == {"no-store"}
    counter = codes.counter(code)
    assert (counter.seq, counter.scans, counter.robots) == (0, 0, 0)
    assert _scan(code)["statusCode"] == 302


@pytest.mark.parametrize(
    ("language", "said"), [("zh-CN", "正在打开"), ("en", "the way into the group is opening")]
)
def test_who_is_shown_what_was_fetched_before_he_wanted_it_goes_on(
    code: str, language: str, said: str
) -> None:
    early = _scan(code, purpose="prefetch", accept_language=language)
    assert said in early["body"] and "cookies" not in early
    assert early["headers"]["content-type"].startswith("text/html")
    assert '<meta http-equiv="refresh" content="1">' in early["body"]
    assert '<a class="go" href="">' in early["body"], "and where that is switched off, by hand"


def test_a_head_request_takes_no_seat(codes: LiveCodes, code: str) -> None:
    assert _scan(code, "HEAD")["statusCode"] == 200
    counter = codes.counter(code)
    assert (counter.seq, counter.scans, counter.robots) == (0, 0, 1)


def test_the_kind_of_device_rides_on_the_write(aws: Aws, code: str) -> None:
    _scan(code, channel="poster")
    key = {"code": {"S": code}, "part": {"S": "counter"}}
    found = boto3.client("dynamodb").get_item(TableName=aws.names["LIVECODES_TABLE"], Key=key)
    [seen] = read_facts(found["Item"]["last_scan"]["S"]).seen
    assert (seen.channel, seen.device) == ("poster", "wechat-ios")


@pytest.mark.parametrize(
    ("method", "agent"),
    [("HEAD", PHONE), ("GET", "TelegramBot (like TwitterBot)"), ("GET", ""), ("GET", "curl/8.5.0")],
)
def test_previews_and_robots_take_no_seat(
    codes: LiveCodes, code: str, method: str, agent: str
) -> None:
    answer = _scan(code, method, user_agent=agent)
    assert answer["statusCode"] == 200 and "Tea" in answer["body"]
    assert "t.example" not in answer["body"]
    counter = codes.counter(code)
    assert (counter.seq, counter.scans, counter.robots) == (0, 0, 1)


def test_when_all_groups_are_full_the_page_says_so(codes: LiveCodes, code: str) -> None:
    led = [_scan(code) for _ in range(7)]
    assert [answer["statusCode"] for answer in led] == [302] * 2 + [200] * 5
    for _ in range(3):
        assert "满员" in _scan(code)["body"]
    counter = codes.counter(code)
    assert (counter.seq, counter.scans) == (8, 10)


def test_an_expired_group_is_passed_over(codes: LiveCodes) -> None:
    name = unique()
    expired = Destination("old", Kind.LINK, "https://t.example/old", 2, valid_until=2)
    fresh = Destination("new", Kind.LINK, "https://t.example/new", 2)
    codes.add(_planned(name, "Tea", expired, fresh))
    led = [_scan(name)["headers"].get("location") for _ in range(3)]
    assert led == ["https://t.example/new"] * 2 + [None]
    known, counter = codes.load(name), codes.counter(name)
    assert [taken(known, one, counter) for one in known.destinations] == [0, 2]


@pytest.mark.parametrize("code", ["nope", "0000", "x" * 33, "../../etc", "UPPER", "a b c d"])
def test_an_unknown_code_is_not_found(codes: LiveCodes, code: str) -> None:
    answer = _scan(code, accept_language="en")
    assert answer["statusCode"] == 404 and "does not exist" in answer["body"]


@pytest.mark.parametrize("channel", ["x" * 41, "a/b", "<script>", "a\nb"])
def test_a_strange_channel_is_not_found(codes: LiveCodes, code: str, channel: str) -> None:
    assert _scan(code, channel=channel)["statusCode"] == 404
    assert codes.counter(code).scans == 0


def test_when_the_table_is_down_the_visitor_is_asked_to_come_back(aws: Aws, code: str) -> None:
    with aws.proxy.failing("DynamoDB.UpdateItem"):
        answer = _scan(code)
    assert answer["statusCode"] == 503 and "请稍后再试" in answer["body"]
