"""QR codes on pictures that a platform's answer points to."""

import io
from collections.abc import Iterator

import pytest
import segno

from hearth.domain.groups import GroupRef
from hearth.outbound.pictures import QrPictures, is_allowed
from tests.fakes.secrets import FakeSecrets
from tests.unit.outbound.raw import raw_server

SAID = "https://work.weixin.qq.com/gm/0123456789abcdef"
GROUP = GroupRef("wecom", "main", "wr1")


def drawn(text: str = SAID) -> bytes:
    out = io.BytesIO()
    segno.make(text, error="h", micro=False).save(out, kind="png", scale=4)
    return out.getvalue()


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://wework.qpic.cn/wwpic/a.png", True),
        ("https://open.work.weixin.qq.com/a", True),
        ("http://wework.qpic.cn/wwpic/a.png", False),
        ("https://wework.qpic.cn:8443/a.png", False),
        ("https://wework.qpic.cn@evil.example/a", False),
        ("https://evil.example/qpic.cn", False),
        ("https://evilqpic.cn/a", False),
        ("https://wework.qpic.cn.evil.example/a", False),
        ("https://169.254.169.254/latest", False),
        ("https://[::1]/a", False),
        ("https://[/a", False),
        ("https://qpic.cn:x/a", False),
        ("http://127.0.0.1:8082/a.png", True),
        ("http://127.0.0.1:8083/a.png", False),
        ("https://127.0.0.1:8082/a.png", False),
        ("http://127.0.0.1:8082@evil.example/a.png", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_the_vendor_and_the_accounts_own_address_are_asked(
    address: str, allowed: bool
) -> None:
    assert is_allowed("wecom", address, "http://127.0.0.1:8082/base") is allowed


@pytest.mark.parametrize("platform", ["telegram", "onebot", "irc"])
def test_no_other_platform_has_such_pictures(platform: str) -> None:
    assert not is_allowed(platform, "https://wework.qpic.cn/a.png", "")


@pytest.fixture
def secrets() -> FakeSecrets:
    return FakeSecrets({("wecom", "main"): {}})


@pytest.fixture
def pictures(secrets: FakeSecrets) -> Iterator[QrPictures]:
    reader = QrPictures(secrets)
    yield reader
    reader._session.close()


def _answer(body: bytes, start: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {start}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{more}\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_answer(drawn()), SAID),
        (_answer(drawn(), "404 Not Found"), ""),
        (_answer(b"", "302 Found", "Location: http://127.0.0.1:1/\r\n"), ""),
        (_answer(drawn() + b"\0" * 500_000), ""),
        (_answer(drawn())[:300], ""),
        (_answer(b"<svg/>"), ""),
        (_answer(drawn("wxp://f2f0pay")), ""),
        (_answer(drawn("https://work.weixin.qq.com/ct/a-person")), ""),
        (b"nonsense", ""),
    ],
)
def test_a_group_s_code_is_read_within_bounds_and_nothing_else(
    pictures: QrPictures, secrets: FakeSecrets, answer: bytes, said: str
) -> None:
    with raw_server(answer) as port:
        secrets.accounts["wecom", "main"] = {"api_base": f"http://127.0.0.1:{port}"}
        assert pictures(GROUP, f"http://127.0.0.1:{port}/qr.png") == said


def test_elsewhere_nothing_is_fetched(pictures: QrPictures) -> None:
    assert pictures(GROUP, "http://127.0.0.1:1/qr.png") == ""
    assert pictures(GROUP, "https://evil.example/qr.png") == ""


def test_without_the_accounts_secrets_there_is_no_picture(
    pictures: QrPictures, secrets: FakeSecrets
) -> None:
    secrets.down = True
    assert pictures(GROUP, "https://wework.qpic.cn/a.png") == ""
