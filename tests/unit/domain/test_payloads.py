"""What texts inside QR codes are recognised as, and what may be done with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.payload_forms import FORMS, Form, Means
from hearth.domain.payloads import choose, is_payload, recognise, same

WEEK_MS = 7 * 24 * 3600 * 1000
NOW = 1_800_000_000_000
HASH = "AwYAAHcQy1b0n9v8x7w6u5t4s3r2q1p0"

GROUPS = [
    (f"https://weixin.qq.com/g/{HASH}", "qr", "wechat", 7),
    (f"http://weixin.qq.com/g/{HASH}", "qr", "wechat", 7),
    (f"HTTPS://WEIXIN.QQ.COM/g/{HASH}", "qr", "wechat", 7),
    (f"https://c.weixin.com/g/{HASH}", "qr", "wecom", 7),
    ("https://work.weixin.qq.com/m/0011aabb?is=1", "qr", "wecom", 7),
    ("https://work.weixin.qq.com/gm/0123456789abcdef0123456789abcdef", "qr", "wecom", 0),
    ("https://work.weixin.qq.com/apph5/external_room/join/group_mng?plg_id=1", "link", "wecom", 0),
    ("https://jq.qq.com/?_wv=1027&k=5abcDEF", "qr", "qq", 0),
    ("https://qm.qq.com/cgi-bin/qm/qr?k=abc&authKey=d%2Fe&group_code=123456", "qr", "qq", 0),
    ("https://qm.qq.com/cgi-bin/qm/qr?_wv=1027&k=abc", "qr", "qq", 0),
    ("https://qm.qq.com/q/aBcDeFgHiJ", "qr", "qq", 0),
    ("https://pd.qq.com/s/abc123", "link", "qq", 0),
    ("https://t.me/+AbCdEfGhIjKlMnOp", "link", "telegram", 0),
    ("https://t.me/joinchat/AbCdEfGhIjKlMnOp", "link", "telegram", 0),
    ("https://telegram.me/joinchat/AbCdEf", "link", "telegram", 0),
    ("https://t.me/tea_friends", "link", "telegram", 0),
    ("tg://join?invite=AbCdEf", "qr", "telegram", 0),
    ("https://discord.gg/AbCdEf", "link", "discord", 0),
    ("https://discord.com/invite/AbCdEf", "link", "discord", 0),
    ("https://chat.whatsapp.com/AbCdEfGhIjK", "link", "whatsapp", 0),
]

PEOPLE = [
    (f"https://u.wechat.com/{HASH}", "wechat"),
    (f"https://u.wechat.com/{HASH}?s=2", "wechat"),
    ("http://weixin.qq.com/r/abcDEF-123", "wechat"),
    ("https://work.weixin.qq.com/u/vc0123456789abcdef?v=5.0.8.70675", "wecom"),
    ("https://work.weixin.qq.com/ct/wcde0123456789abcdef", "wecom"),
    ("https://work.weixin.qq.com/ca/cawcde0123456789?customer_channel=x", "wecom"),
    ("https://work.weixin.qq.com/kfid/kfc0123456789", "wecom"),
    ("https://qm.qq.com/q/aBcDeFg&personal_qrcode_source=4", "qq"),
    ("https://qm.qq.com/cgi-bin/qm/qr?k=a&noverify=0&personal_qrcode_source=4", "qq"),
    ("https://t.me/+4915112345678", "telegram"),
    ("https://wa.me/qr/ABCDEF", "whatsapp"),
    ("MECARD:N:Tea,Ann;TEL:+4915112345678;;", "other"),
]

REFUSED = [
    ("wxp://f2f0XO9MxuKhCB52g30uvHa1Pxe4kqo", Means.PAYMENT),
    ("https://wx.tenpay.com/f2f?t=AQAAABxX", Means.PAYMENT),
    ("https://payapp.weixin.qq.com/qr/AQE", Means.PAYMENT),
    ("https://payapp.wechatpay.cn/qr/AQE", Means.PAYMENT),
    ("weixin://wxpay/bizpayurl?pr=abc", Means.PAYMENT),
    ("HTTPS://QR.ALIPAY.COM/FKX08154U5F2H5RLLWGX25", Means.PAYMENT),
    ("https://qr.alipay.com/tsx11609thmpw9odmvdlxd6", Means.PAYMENT),
    ("alipays://platformapi/startapp?saId=10000007", Means.PAYMENT),
    ("https://qr.95516.com/00010000/0121327024700952", Means.PAYMENT),
    ("https://i.qianbao.qq.com/wallet/sqrcode.htm?m=tenpay", Means.PAYMENT),
    ("00020101021229300012D156000000000510A93FO3230Q", Means.PAYMENT),
    ("134567890123456789", Means.PAYMENT),
    ("284567890123456789", Means.PAYMENT),
    ("http://weixin.qq.com/x/IdpqLWT4ZSF54icCxX0O", Means.LOGIN),
    ("https://login.weixin.qq.com/l/Acg3Az1aZQ==", Means.LOGIN),
    ("https://open.weixin.qq.com/connect/confirm?uuid=061ozk", Means.LOGIN),
    ("https://wx.work.weixin.qq.com/cgi-bin/crtx_auth?key=1AA&wx=1", Means.LOGIN),
    ("https://txz.qq.com/p?k=abc&f=716027609", Means.LOGIN),
    ("tg://login?token=AQIDBA", Means.LOGIN),
    ("https://discord.com/ra/abcdef", Means.LOGIN),
    ("2@abcdefghijklmnopqrstuvwxyz012345,xyz=,abc=", Means.LOGIN),
    ("otpauth://totp/Tea:ann?secret=JBSWY3DP", Means.LOGIN),
    ("WIFI:T:WPA;S:tea;P:secret;;", Means.LOGIN),
    ("http://weixin.qq.com/q/02r-Frwr_fae", Means.OFFICIAL),
    ("https://weixin.qq.com/f/abc", Means.OFFICIAL),
    ("BEGIN:VCARD\nVERSION:3.0\nFN:Tea\nEND:VCARD", Means.PERSON),
    ("https://mp.weixin.qq.com/a/~QCyvHLpi7gWkTTw_D45LNg~~", Means.PROGRAM),
]

KINDS = ("qr", "link", "person")


@pytest.mark.parametrize(("text", "kind", "platform", "days"), GROUPS)
def test_a_groups_code_is_known_with_its_platform_and_how_long_it_works(
    text: str, kind: str, platform: str, days: int
) -> None:
    found = recognise(text)
    assert (found.kind, found.form.platform, found.form.means) == (kind, platform, Means.GROUP)
    assert found.valid_until(NOW) == (NOW + WEEK_MS if days else 0)


@pytest.mark.parametrize(("text", "platform"), PEOPLE)
def test_a_persons_code_is_one_and_no_group(text: str, platform: str) -> None:
    found = recognise(text)
    assert (found.kind, found.form.platform, found.valid_until(NOW)) == ("person", platform, 0)
    found.require("person", "target")
    for kind in ("qr", "link"):
        with pytest.raises(BadInput, match="“target” is .*code.*"):
            found.require(kind, "target")


@pytest.mark.parametrize(("text", "means"), REFUSED)
def test_what_nobody_should_be_shown_is_refused_with_what_it_is(text: str, means: Means) -> None:
    found = recognise(text)
    assert found.form.means is means
    for kind in (*KINDS, ""):
        with pytest.raises(BadInput, match="“picture”") as refused:
            found.require(kind, "picture")
        assert refused.value.reason == means


def test_the_reason_says_what_it_is_and_what_to_use_instead() -> None:
    with pytest.raises(BadInput, match="payment code.*use the group's own QR code"):
        recognise("wxp://f2f0abc").require("qr", "target")
    with pytest.raises(BadInput, match="a person's code; use the group's own QR code"):
        recognise("https://u.wechat.com/abc").require("qr", "target")
    with pytest.raises(BadInput, match="a group's code; .*choose another kind"):
        recognise("https://weixin.qq.com/g/abc").require("link", "target")


@pytest.mark.parametrize("text", ["https://tea.example/join", "扫一扫加入", "tea", "12345", "a b"])
def test_what_is_not_known_is_allowed_and_said_to_be_a_guess(text: str) -> None:
    found = recognise(text)
    assert found.form.guess and found.form.means is Means.UNKNOWN
    found.require("qr", "target")
    found.require("person", "target")


@pytest.mark.parametrize(
    "text",
    [
        "https://weixin.qq.com.tea.example/g/abc",
        "https://weixin.qq.com@tea.example/g/abc",
        "https://tea.example/?https://weixin.qq.com/g/abc",
        "weixin.qq.com/g/abc",
        "https://weixin.qq.com/g/",
    ],
)
def test_what_only_looks_like_a_groups_code_is_none(text: str) -> None:
    assert recognise(text).form.means is Means.UNKNOWN


@given(st.text(), st.sampled_from((*KINDS, "")))
def test_any_text_is_something_and_at_most_refused(text: str, kind: str) -> None:
    found = recognise(text)
    assert found.kind in (*KINDS, "") and found.valid_until(NOW) in (0, NOW + WEEK_MS)
    assert same(text, text)
    is_payload(text)
    try:
        found.require(kind, "target")
    except BadInput as refused:
        assert "target" in str(refused) and refused.reason


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern.pattern[:30])
def test_nothing_but_ways_into_groups_ends_and_money_is_never_shown(form: Form) -> None:
    assert not form.days or form.means is Means.GROUP
    assert not form.kinds or form.means not in (Means.PAYMENT, Means.LOGIN, Means.PROGRAM)


def test_of_several_codes_the_groups_is_meant() -> None:
    group, person, page = f"https://weixin.qq.com/g/{HASH}", "https://u.wechat.com/a", "https://a.b"
    assert choose([person, group, page, group], "").text == group
    assert choose([person, group], "person").text == person
    assert choose([page], "").text == page


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ([], "no_qr"),
        ([f"https://weixin.qq.com/g/{HASH}", "https://weixin.qq.com/g/other"], "several_qrs"),
        (["https://a.b", "https://c.d"], "several_qrs"),
    ],
)
def test_a_picture_that_leaves_open_what_is_meant_is_refused(texts: list[str], reason: str) -> None:
    with pytest.raises(BadInput, match="crop") as refused:
        choose(texts, "qr")
    assert refused.value.reason == reason


def test_the_same_place_is_known_however_it_is_written() -> None:
    assert same("HTTP://Weixin.qq.com/g/aB", "https://weixin.qq.com/g/aB/")
    assert not same("https://weixin.qq.com/g/aB", "https://weixin.qq.com/g/ab")
    assert not same("https://u.wechat.com/a", "https://u.wechat.com/b")
