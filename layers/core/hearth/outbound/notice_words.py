"""Notices in words, for mail. The console has words of its own, in its dictionaries."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from hearth.domain.notices import Fact, Facts, NoticeKind

WORDS: Mapping[str, Mapping[NoticeKind, str]] = {
    "en": {
        NoticeKind.LIVECODE_EXPIRING: (
            "“{destination}” of the live code “{name}” (/c/{code}) expires in {hours} hours, "
            "at {expires_at}. Renew it before then."
        ),
        NoticeKind.LIVECODE_FILLING: (
            "The live code “{name}” (/c/{code}) is {percent} % full: {left} of {seats} seats are "
            "left. Expected to be full: {full_at}."
        ),
        NoticeKind.LIVECODE_FULL: (
            "No group of the live code “{name}” (/c/{code}) has room: all {seats} seats are taken "
            "or closed. {shown} Add a destination now."
        ),
        NoticeKind.LIVECODE_NEXT_GROUP: (
            "Please make the group “{group}” by hand and add it to the live code “{name}” "
            "(/c/{code}): {left} seats are left. Expected to be full: {full_at}."
        ),
        NoticeKind.DOMAIN_BLOCKED: (
            "The domain {domain} does not lead to Hearth any more ({why}). Live codes are given "
            "out under another one now: {instead}. Printed codes with the old domain must be "
            "replaced, or the domain mended."
        ),
    },
    "zh": {
        NoticeKind.LIVECODE_EXPIRING: (
            "活码“{name}”（/c/{code}）的去向“{destination}”还有 {hours} 小时过期"
            "（{expires_at}），请在此之前更换。"
        ),
        NoticeKind.LIVECODE_FILLING: (
            "活码“{name}”（/c/{code}）已用 {percent}%：{seats} 个名额还剩 {left} 个。"
            "预计满员时间：{full_at}。"
        ),
        NoticeKind.LIVECODE_FULL: (
            "活码“{name}”（/c/{code}）已没有群可进：{seats} 个名额全部占满或停用。"
            "{shown}请立即添加去向。"
        ),
        NoticeKind.LIVECODE_NEXT_GROUP: (
            "请手动新建群“{group}”，并添加到活码“{name}”（/c/{code}）：还剩 {left} 个名额。"
            "预计满员时间：{full_at}。"
        ),
        NoticeKind.DOMAIN_BLOCKED: (
            "域名 {domain} 已无法打开 Hearth（{why}）。活码现在改用：{instead}。"
            "已印刷的旧域名二维码需要更换，或尽快修复该域名。"
        ),
    },
}
"""By language; the parts in braces are the facts of the kind."""

REFILL: Mapping[str, str] = {
    "en": (
        "Upload the next group’s QR code from your phone. The link needs no login and works for "
        "7 days; whoever has it can add groups to this live code and do nothing else:"
    ),
    "zh": (
        "用手机上传下一个群的二维码。此链接免登录，7 天内有效；"
        "拿到链接的人只能给这个活码添加群，不能做别的："
    ),
}
"""Before the link to the page for it."""

_TROUBLES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "reported": "reported by an operator",
        "unresolved": "its name leads to no address",
        "private": "its name leads to an address that is not public",
        "unreachable": "no connection",
        "insecure": "no valid certificate",
        "silent": "no answer in time",
        "redirected": "it redirects elsewhere",
        "stranger": "somebody else answers",
    },
    "zh": {
        "reported": "运营人员报告",
        "unresolved": "域名无法解析",
        "private": "域名指向非公网地址",
        "unreachable": "无法连接",
        "insecure": "没有有效的证书",
        "silent": "超时无应答",
        "redirected": "被跳转到别处",
        "stranger": "应答的不是本系统",
    },
}
_FARTHEST_MINUTES = 30 * 24 * 60
_UNITS = (("minutes", 1, 60), ("hours", 60, 48 * 60), ("days", 24 * 60, _FARTHEST_MINUTES + 1))
"""Name, minutes in one, and minutes up to which it is used."""
_FORECAST: Mapping[str, Mapping[str, str]] = {
    "en": {
        "now": "it is full now",
        "in": "in about {span} at this rate, {moment}",
        "far": "not within 30 days at this rate",
        "minutes": "{} min",
        "hours": "{} h",
        "days": "{} days",
    },
    "zh": {
        "now": "现已满员",
        "in": "按目前速度约 {span}后，{moment}",
        "far": "按目前速度 30 天内不会满员",
        "minutes": "{} 分钟",
        "hours": "{} 小时",
        "days": "{} 天",
    },
}
_UNKNOWN = {"en": "unknown", "zh": "未知"}
_SHOWN: Mapping[str, Mapping[Fact, str]] = {
    "en": {
        "person": "Visitors are shown the person who helps.",
        "nobody": "Visitors are led nowhere.",
    },
    "zh": {"person": "访客看到的是联系人。", "nobody": "访客目前无处可去。"},
}
_EARLIER: Facts = {"shown": "nobody"}
"""What a notice says that was raised before there was such a fact."""
_NONE = {"en": "the suite’s own address", "zh": "系统自身的地址"}


def sentence(kind: NoticeKind, facts: Facts, language: str, zone: str, raised: int) -> str:
    """What a notice says, with moments as clocks in ``zone`` (an IANA name) show them.

    ``raised``: ms since 1970; what is to come is told from there on.
    """
    said = {name: _said(name, fact, language, zone) for name, fact in {**_EARLIER, **facts}.items()}
    if "full_at" in facts:
        said["full_at"] = _forecast(int(facts["full_at"]), raised, language, zone)
    return WORDS[language][kind].format(**said)


def _forecast(at: int, raised: int, language: str, zone: str) -> str:
    """Minutes below an hour, hours below two days, then days; nobody plans by a rate for longer."""
    words, minutes = _FORECAST[language], (at - raised + 30_000) // 60_000
    if not at:
        return _UNKNOWN[language]
    if at <= raised:
        return words["now"]
    if minutes > _FARTHEST_MINUTES:
        return words["far"]
    unit, size = next((unit, size) for unit, size, below in _UNITS if minutes < below)
    span = words[unit].format(max(1, round(minutes / size)))
    return words["in"].format(span=span, moment=_moment(at, zone))


def _said(name: str, fact: Fact, language: str, zone: str) -> str:
    if name.endswith("_at"):
        return _moment(int(fact), zone) if fact else _UNKNOWN[language]
    if name == "why":
        return _TROUBLES[language].get(str(fact), str(fact))
    if name == "shown":
        return _SHOWN[language].get(fact, str(fact))
    if name == "instead" and not fact:
        return _NONE[language]
    return str(fact)


def _moment(at: int, zone: str) -> str:
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"
