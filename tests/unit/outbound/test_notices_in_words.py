"""What a mail says: every kind in both languages, and nothing but the facts of its kind."""

from string import Formatter

import pytest

from hearth.domain.communities import LANGUAGES
from hearth.domain.domains import Trouble
from hearth.domain.notices import FACTS, Fact, NoticeKind
from hearth.outbound.notice_words import WORDS, sentence

NOVEMBER = 1_700_000_000_000
BLOCKED = NoticeKind.DOMAIN_BLOCKED


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_said_with_all_its_facts(kind: NoticeKind, language: str) -> None:
    named = {name for _, name, _, _ in Formatter().parse(WORDS[language][kind]) if name}
    assert named == set(FACTS[kind])
    facts: dict[str, Fact] = {
        name: NOVEMBER if name.endswith("_at") else f"{{{name}}}" for name in FACTS[kind]
    }
    said = sentence(kind, facts, language, "Asia/Shanghai")
    assert all(f"{{{name}}}" in said for name in FACTS[kind] if not name.endswith("_at"))


def test_moments_are_shown_as_the_communitys_clocks_show_them() -> None:
    facts = {"code": "a", "name": "b", "seats": 200, "percent": 80, "left": 40}
    filling = NoticeKind.LIVECODE_FILLING
    known = sentence(filling, {**facts, "full_at": NOVEMBER}, "en", "Asia/Shanghai")
    assert "full: 2023-11-15 06:13 (Asia/Shanghai)." in known
    assert "full: unknown." in sentence(filling, {**facts, "full_at": 0}, "en", "UTC")
    assert "预计满员时间：未知。" in sentence(filling, {**facts, "full_at": 0}, "zh", "UTC")


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_of_a_domain_is_said(trouble: Trouble, language: str) -> None:
    facts = {"domain": "a.example", "why": trouble.value, "instead": ""}
    said = sentence(BLOCKED, facts, language, "UTC")
    assert f"({trouble})" not in said and f"（{trouble}）" not in said
    assert ("own address" in said) or ("系统自身" in said)
