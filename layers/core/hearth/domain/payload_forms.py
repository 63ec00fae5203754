"""What the texts inside QR codes look like: one table, the first form that fits counts.

Patterns are matched from the start, capitals like small letters, with ``https://`` and
``http://`` (and ``www.``) written as ``//``. A form marked as a guess is what such codes usually
are; the others are told apart like this by the apps themselves or by what publishes them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Means(StrEnum):
    """What scanning or opening it does."""

    GROUP = "group"
    PERSON = "person"
    OFFICIAL = "official"
    """Follows an official account or a video account."""
    PROGRAM = "program"
    """Opens a mini program."""
    PAYMENT = "payment"
    LOGIN = "login"
    """Logs somebody in, or into a network."""
    PICTURE = "picture"
    """Shows a picture: the code may be on it, but is not what was sent."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Form:
    """Texts that begin alike."""

    platform: str
    means: Means
    kinds: tuple[str, ...]
    """Kinds of destinations it can be, the usual one first; none: it cannot be one."""
    pattern: re.Pattern[str]
    days: int = 0
    """How long it works from when it was shown; 0 when it does not end by itself."""
    guess: bool = False


WEEK = 7
_QR, _BOTH, _LINK, _PERSON = ("qr",), ("qr", "link"), ("link", "qr"), ("person",)
_ANY = (*_BOTH, "person")
_WEIXIN, _WORK = r"//weixin\.qq\.com", r"//work\.weixin\.qq\.com"


def _form(
    platform: str,
    means: Means,
    kinds: tuple[str, ...],
    *beginnings: str,
    days: int = 0,
    guess: bool = False,
) -> Form:
    pattern = re.compile("|".join(beginnings), re.IGNORECASE)
    return Form(platform, means, kinds, pattern, days, guess)


_PAYMENTS = (
    _form("wechat", Means.PAYMENT, (), r"wxp://", r"wxhb://", r"weixin://wxpay/"),
    _form("wechat", Means.PAYMENT, (), r"//wx\.tenpay\.com/", r"//wxpay\.tenpay\.com/"),
    _form("wechat", Means.PAYMENT, (), r"//payapp\.weixin\.qq\.com/", r"//\w+\.wechatpay\.cn/"),
    _form("qq", Means.PAYMENT, (), r"//i\.qianbao\.qq\.com/wallet/", r"//vac\.qq\.com/wallet/"),
    _form("other", Means.PAYMENT, (), r"//qr\.alipay\.com/", r"alipay(s|qr)?://"),
    _form("other", Means.PAYMENT, (), r"//qr\.95516\.com/", r"000201\d", r"upi://", r"bitcoin:"),
    _form("other", Means.PAYMENT, (), r"//paypal\.me/", r"//paypal\.com/(qrcodes|paypalme)/"),
    # What a customer shows at a till: whoever reads it takes the customer's money.
    _form("wechat", Means.PAYMENT, (), r"1[0-5]\d{16}\Z"),
    _form("other", Means.PAYMENT, (), r"(2[5-9]|30)\d{14,22}\Z"),
)

_LOGINS = (
    _form("wechat", Means.LOGIN, (), _WEIXIN + "/x/", r"//login\.(weixin|wx\d*)\.qq\.com/"),
    _form("wechat", Means.LOGIN, (), r"//(long\.)?open\.weixin\.qq\.com/connect/"),
    _form("wechat", Means.LOGIN, (), r"//liteapp\.weixin\.qq\.com/q/"),
    _form("wecom", Means.LOGIN, (), r"//(wx|login|open)\.work\.weixin\.qq\.com/"),
    _form("qq", Means.LOGIN, (), r"//txz\.qq\.com/p\?"),
    _form("telegram", Means.LOGIN, (), r"tg://login", r"//(t|telegram)\.me/login/"),
    _form("discord", Means.LOGIN, (), r"//discord(app)?\.com/ra/"),
    _form("whatsapp", Means.LOGIN, (), r"\d@[\w+/=]{20,},", guess=True),
    _form("other", Means.LOGIN, (), r"otpauth(-migration)?://", r"wifi:\w:"),
)

_WECHAT = (
    _form("wechat", Means.GROUP, _QR, _WEIXIN + "/g/.", days=WEEK),
    _form("wechat", Means.PERSON, _PERSON, r"//u\.wechat\.com/."),
    # Official accounts, and people's codes of the first years: no text tells them apart.
    _form("wechat", Means.OFFICIAL, _PERSON, _WEIXIN + "/r/.", "weixin://qr/.", guess=True),
    _form("wechat", Means.OFFICIAL, (), _WEIXIN + "/(q|f|sph)/."),
    _form("wechat", Means.OFFICIAL, (), r"//open\.weixin\.qq\.com/qr/code"),
    _form("wechat", Means.PROGRAM, (), r"//mp\.weixin\.qq\.com/a/", r"weixin://dl/business/"),
    _form("wechat", Means.PICTURE, ("link",), r"//mp\.weixin\.qq\.com/cgi-bin/showqrcode"),
)

_WECOM = (
    _form("wecom", Means.GROUP, _QR, r"//c\.weixin\.com/g/.", days=WEEK, guess=True),
    _form("wecom", Means.GROUP, _BOTH, _WORK + "/m/.", days=WEEK, guess=True),
    # Ways to join that a company sets up; WeCom lets them work until they are taken back.
    _form("wecom", Means.GROUP, _BOTH, _WORK + "/gm/."),
    _form("wecom", Means.GROUP, _LINK, _WORK + r"/\w+/external_room/join", guess=True),
    _form("wecom", Means.PERSON, _PERSON, _WORK + "/(u|ct|ca|kfid)/."),
    _form("wecom", Means.PICTURE, ("link",), r"//wework\.qpic\.cn/", r"//p\.qpic\.cn/ww"),
)

_QQ = (
    _form("qq", Means.PERSON, _PERSON, r"//qm\.qq\.com/.*[?&]personal_qrcode_source="),
    _form("qq", Means.PERSON, _PERSON, r"//wpa\w*\.qq\.com/msgrd\?"),
    _form(
        "qq", Means.GROUP, _BOTH, r"//qm\.qq\.com/.*[?&](group_code|authKey)=", r"//jq\.qq\.com/."
    ),
    _form(
        "qq", Means.GROUP, (*_BOTH, "person"), r"//qm\.qq\.com/(q/|cgi-bin/qm/qr\?).", guess=True
    ),
    _form("qq", Means.GROUP, _LINK, r"//pd\.qq\.com/s/.", r"//qun\.qq\.com/.", guess=True),
)

_ELSEWHERE = (
    _form("telegram", Means.PERSON, _PERSON, r"//(t|telegram)\.me/\+\d{5,15}\Z"),
    _form("telegram", Means.GROUP, _LINK, r"//(t|telegram)\.me/(\+|joinchat/|addlist/)[\w-]"),
    _form("telegram", Means.GROUP, _QR, r"tg://join\?invite="),
    _form("telegram", Means.GROUP, (*_LINK, "person"), r"//(t|telegram)\.me/[a-z]\w", guess=True),
    _form("telegram", Means.GROUP, ("qr", "person"), r"tg://resolve\?domain=", guess=True),
    _form("discord", Means.GROUP, _LINK, r"//discord\.gg/\w", r"//discord(app)?\.com/invite/\w"),
    _form("discord", Means.PERSON, _PERSON, r"//discord(app)?\.com/users/\d"),
    _form("whatsapp", Means.GROUP, _LINK, r"//chat\.whatsapp\.com/\w", r"//whatsapp\.com/channel/"),
    _form("whatsapp", Means.PERSON, _PERSON, r"//wa\.me/.", r"//api\.whatsapp\.com/send"),
    _form("other", Means.PERSON, _PERSON, "mecard:", "tel:", "mailto:", "smsto:"),
    # Of several lines, which no destination's code may have.
    _form("other", Means.PERSON, (), "begin:vcard"),
)

FORMS = (*_PAYMENTS, *_LOGINS, *_WECHAT, *_WECOM, *_QQ, *_ELSEWHERE)

WEB_PAGE = _form("other", Means.UNKNOWN, (*_LINK, "person"), "//", guess=True)
TEXT = _form("", Means.UNKNOWN, ("qr", "person"), "", guess=True)
