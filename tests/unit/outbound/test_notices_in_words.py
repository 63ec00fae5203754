"""What a mail says: every kind in both languages, and nothing but the facts of its kind."""

from string import Formatter

import pytest

from hearth.domain.communities import LANGUAGES
from hearth.domain.domains import Trouble
from hearth.domain.notices import FACTS, Fact, NoticeKind
from hearth.domain.watching import HOUR_MS
from hearth.outbound.notice_words import WORDS, sentence

NOVEMBER = 1_700_000_000_000
MINUTE = 60_000
BLOCKED = NoticeKind.DOMAIN_BLOCKED


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_said_with_all_its_facts(kind: NoticeKind, language: str) -> None:
    named = {name for _, name, _, _ in Formatter().parse(WORDS[language][kind]) if name}
    assert named == set(FACTS[kind])
    facts: dict[str, Fact] = {
        name: NOVEMBER if name.endswith("_at") else f"{{{name}}}" for name in FACTS[kind]
    }
    said = sentence(kind, facts, language, "Asia/Shanghai", NOVEMBER)
    assert all(f"{{{name}}}" in said for name in FACTS[kind] if not name.endswith("_at"))


def test_moments_are_shown_as_the_communitys_clocks_show_them() -> None:
    facts = {"code": "a", "name": "b", "seats": 200, "percent": 80, "left": 40}
    filling = NoticeKind.LIVECODE_FILLING
    before = NOVEMBER - 3 * HOUR_MS
    known = sentence(filling, {**facts, "full_at": NOVEMBER}, "en", "Asia/Shanghai", before)
    assert "full: in about 3 h at this rate, 2023-11-15 06:13 (Asia/Shanghai)." in known
    ending = NoticeKind.LIVECODE_EXPIRING
    facts = {"code": "a", "name": "b", "destination": "c", "hours": 2, "expires_at": NOVEMBER}
    said = sentence(ending, facts, "en", "Asia/Shanghai", before)
    assert "at 2023-11-15 06:13 (Asia/Shanghai)." in said


@pytest.mark.parametrize(
    ("after", "english", "chinese"),
    [
        (-NOVEMBER, "full: unknown.", "预计满员时间：未知。"),
        (0, "full: it is full now.", "预计满员时间：现已满员。"),
        (1, "in about 1 min at this rate, 2023-11-14 22:13 (UTC)", "按目前速度约 1 分钟后，2023"),
        (59.4 * MINUTE, "in about 59 min at", "约 59 分钟后"),
        (89 * MINUTE, "in about 1 h at", "约 1 小时后"),
        (47 * HOUR_MS, "in about 47 h at", "约 47 小时后"),
        (48 * HOUR_MS, "in about 2 days at", "约 2 天后"),
        (30 * 24 * HOUR_MS, "in about 30 days at", "约 30 天后"),
        (31 * 24 * HOUR_MS, "full: not within 30 days at this rate.", "30 天内不会满员。"),
        (40_000_000 * HOUR_MS, "full: not within 30 days at this rate.", "30 天内不会满员。"),
    ],
)
def test_a_forecast_is_told_as_far_as_it_goes(after: float, english: str, chinese: str) -> None:
    facts = {"code": "a", "name": "b", "seats": 200, "percent": 80, "left": 40}
    for kind in (NoticeKind.LIVECODE_FILLING, NoticeKind.LIVECODE_NEXT_GROUP):
        said = {name: facts.get(name, "x") for name in FACTS[kind]}
        said["full_at"] = NOVEMBER + int(after)
        assert english in sentence(kind, said, "en", "UTC", NOVEMBER)
        assert chinese in sentence(kind, said, "zh", "UTC", NOVEMBER)


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_of_a_domain_is_said(trouble: Trouble, language: str) -> None:
    facts = {"domain": "a.example", "why": trouble.value, "instead": ""}
    said = sentence(BLOCKED, facts, language, "UTC", 1)
    assert f"({trouble})" not in said and f"（{trouble}）" not in said
    assert ("own address" in said) or ("系统自身" in said)


def test_a_mail_says_whom_visitors_see_when_no_group_has_room() -> None:
    facts = {"code": "a", "name": "b", "seats": 200}
    full = NoticeKind.LIVECODE_FULL
    said = {
        (language, shown): sentence(full, {**facts, **more}, language, "UTC", NOVEMBER)
        for language in LANGUAGES
        for shown, more in (("person", {"shown": "person"}), ("earlier", {}))
    }
    assert "has room: all 200 seats are taken or closed. Visitors are shown" in said["en", "person"]
    assert "Visitors are led nowhere. Add a destination now." in said["en", "earlier"]
    assert "或停用。访客看到的是联系人。请立即添加去向。" in said["zh", "person"]
    assert "或停用。访客目前无处可去。请立即添加去向。" in said["zh", "earlier"]
