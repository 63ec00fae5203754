"""Where visitors can be sent, whatever an operator says it is."""

import pytest

from hearth.domain.destinations import check_target
from hearth.domain.errors import BadInput
from hearth.domain.livecodes import Kind

GROUP, PERSON = "https://weixin.qq.com/g/AwYAAHcQ", "https://u.wechat.com/EPDjgRrQ"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (Kind.QR, GROUP),
        (Kind.PERSON, PERSON),
        (Kind.LINK, "https://t.me/+AbCdEf"),
        (Kind.QR, "https://t.me/+AbCdEf"),
        (Kind.LINK, "https://tea.example/join?now=1"),
        (Kind.QR, "https://tea.example/join"),
        (Kind.QR, "茶友会 2 群"),
        (Kind.PERSON, "茶友会 2 群"),
        (Kind.QR, "x" * 500),
    ],
)
def test_what_fits_its_kind_or_is_not_known_is_allowed(kind: Kind, target: str) -> None:
    check_target(kind, target)


@pytest.mark.parametrize(
    ("kind", "target", "why"),
    [
        (Kind.QR, PERSON, "is a person's code; use the group's own QR code"),
        (Kind.LINK, PERSON, "is a person's code"),
        (Kind.LINK, GROUP, "is a group's code; use an invite link, or choose another kind"),
        (Kind.PERSON, GROUP, "is a group's code; use a person's QR code"),
        (Kind.QR, "wxp://f2f0abc", "is a payment code"),
        (Kind.LINK, "https://qr.alipay.com/fkx123", "is a payment code"),
        (Kind.PERSON, "https://login.weixin.qq.com/l/x", "is a login code"),
        (Kind.QR, "http://weixin.qq.com/q/02r", "is the code of an official account"),
        (Kind.QR, "https://wework.qpic.cn/wwpic/1/0", "is the address of a picture"),
        (Kind.QR, "a\nb", "printable"),
        (Kind.PERSON, "a\nb", "printable"),
        (Kind.QR, "火" * 167, "500 bytes"),
        (Kind.LINK, "tea.example", "http or https address"),
    ],
)
def test_what_is_known_to_be_of_another_kind_is_refused(kind: Kind, target: str, why: str) -> None:
    with pytest.raises(BadInput, match=f"“target” .*{why}"):
        check_target(kind, target)


def test_an_address_that_nobody_can_open_is_told_apart() -> None:
    with pytest.raises(BadInput) as refused:
        check_target(Kind.LINK, "javascript:alert(1)")
    assert refused.value.reason == "no_address"
