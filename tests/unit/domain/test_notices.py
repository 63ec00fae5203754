"""Notices: what makes two of them the same, and what may stand in them."""

import json
import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.notices import (
    FACTS,
    LONGEST_FACT,
    TASKS,
    URGENCY,
    Notice,
    NoticeKind,
    Urgency,
    notice,
    notice_id,
)
from tests.infra.templates import REPOSITORY

FULL = {"code": "abcd", "name": "茶友会", "seats": 200, "shown": "nobody"}
_WORDS = REPOSITORY / "functions/console/page/src/i18n"


def _full(subject: str = "livecode:abcd", occasion: str = "1", **more: object) -> Notice:
    facts = {**FULL, **more}
    return notice(NoticeKind.LIVECODE_FULL, "tea", subject, occasion, facts, 5, "/communities/tea")


def test_the_same_matter_on_the_same_occasion_has_the_same_id() -> None:
    assert _full().id == _full(name="another name").id
    others = [_full(occasion="2"), _full(subject="livecode:efgh")]
    others.append(
        notice(
            NoticeKind.DOMAIN_BLOCKED,
            "tea",
            "livecode:abcd",
            "1",
            {"domain": "a.example", "why": "silent", "instead": ""},
            5,
            "/domains",
        )
    )
    assert len({_full().id, *(other.id for other in others)}) == 4


texts = st.text(max_size=5)


@given(texts, texts, texts, texts)
def test_no_two_subjects_and_occasions_run_together(
    subject: str, occasion: str, other_subject: str, other_occasion: str
) -> None:
    same = (subject, occasion) == (other_subject, other_occasion)
    ids = [
        notice_id(NoticeKind.LIVECODE_FULL, subject, occasion),
        notice_id(NoticeKind.LIVECODE_FULL, other_subject, other_occasion),
    ]
    assert (ids[0] == ids[1]) == same


def test_a_kind_says_how_urgent_it_is_and_whether_somebody_must_act() -> None:
    assert (_full().urgency, _full().is_task) == (Urgency.ALARM, False)
    assert set(URGENCY) == set(FACTS) == set(NoticeKind) >= TASKS


def test_who_raises_it_may_know_better_how_urgent_it_is() -> None:
    facts = {"code": "a", "name": "b", "destination": "c", "hours": 2, "expires_at": 7}
    raised = notice(
        NoticeKind.LIVECODE_EXPIRING, "tea", "x", "2h", facts, 5, "/", urgency=Urgency.ALARM
    )
    assert raised.urgency is Urgency.ALARM


@pytest.mark.parametrize(
    "facts", [{}, {"code": "abcd"}, {**FULL, "member": "ann"}, {**FULL, "name": "x" * 301}]
)
def test_facts_are_those_of_the_kind_and_short(facts: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        notice(NoticeKind.LIVECODE_FULL, "tea", "x", "1", facts, 5, "/")  # type: ignore[arg-type]


@pytest.mark.parametrize("link", ["", "https://evil.example/", "x", "/" * (LONGEST_FACT + 1)])
def test_a_link_leads_into_the_console(link: str) -> None:
    with pytest.raises(BadInput):
        notice(NoticeKind.LIVECODE_FULL, "tea", "x", "1", FULL, 5, link)


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_console_words_every_kind_with_its_own_facts(kind: NoticeKind, language: str) -> None:
    source = (_WORDS / language / "notices.ts").read_text(encoding="utf-8")
    found = re.search(rf'"notice\.{kind}":\s*("(?:[^"\\]|\\.)*")', source)
    assert found, f"no words for {kind}"
    named = {name for _, name, _, _ in Formatter().parse(json.loads(found[1])) if name}
    assert named <= set(FACTS[kind])
