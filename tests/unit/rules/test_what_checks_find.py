"""Checks answer always: also when clean, and with the reason."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.rules.checks import Finding
from hearth.domain.rules.rule import MAKERS, Condition
from tests.unit.rules.subjects import HOUR, LINK, NOW, PLAIN, subject


def _newcomer(member: dict[str, int], **settings: int) -> Finding:
    return Condition("newcomer", settings).make()(subject(**member))


@pytest.mark.parametrize("name", sorted(MAKERS))
@pytest.mark.parametrize("message", [PLAIN, LINK])
def test_every_check_gives_its_name_and_its_reason(name: str, message: object) -> None:
    finding = Condition(name, {}).make()(subject(message, messages=99))
    assert finding.check == name
    assert isinstance(finding.hit, bool)
    assert finding.details.strip()


def test_a_link_is_found_and_named() -> None:
    two = replace(LINK, links=("https://a.example", "https://b.example"))
    finding = Condition("link", {}).make()(subject(two))
    assert finding == Finding("link", True, "2 link(s), the first is https://a.example")


def test_a_message_without_link_is_clean_whatever_its_text_or_quotation_says() -> None:
    quoting = replace(PLAIN, text="www.example.com", quoted="https://spam.example")
    assert Condition("link", {}).make()(subject(quoting)) == Finding(
        "link", False, "no link in the message"
    )


def test_an_endless_link_does_not_make_an_endless_reason() -> None:
    endless = replace(PLAIN, links=("https://" + "a" * 100_000,))
    assert len(Condition("link", {}).make()(subject(endless)).details) < 150


@pytest.mark.parametrize(
    ("hours_ago", "hit"), [(0.0, True), (23.9, True), (24.0, False), (24.1, False), (-5.0, True)]
)
def test_who_was_seen_joining_is_new_for_some_hours(hours_ago: float, hit: bool) -> None:
    joined = NOW - int(hours_ago * HOUR)
    finding = _newcomer({"joined_at": joined, "messages": 500}, hours=24, messages=3)
    assert finding.hit is hit
    assert "h ago, newcomer for 24 h" in finding.details


@pytest.mark.parametrize(("messages", "hit"), [(1, True), (3, True), (4, False)])
def test_who_was_not_seen_joining_is_new_for_some_messages(messages: int, hit: bool) -> None:
    finding = _newcomer({"messages": messages}, hours=24, messages=3)
    assert finding.hit is hit
    assert f"message {messages} seen" in finding.details


def test_a_join_that_was_seen_decides_over_the_number_of_messages() -> None:
    old = {"joined_at": NOW - 100 * HOUR, "messages": 1}
    assert not _newcomer(old, hours=24, messages=3).hit


def test_without_settings_a_newcomer_is_one_for_three_days_or_three_messages() -> None:
    assert _newcomer({"joined_at": NOW - 71 * HOUR}).hit
    assert not _newcomer({"joined_at": NOW - 72 * HOUR}).hit
    assert _newcomer({"messages": 3}).hit
    assert not _newcomer({"messages": 4}).hit


@given(st.integers(0, 10**13), st.integers(0, 8760), st.integers(0, 10_000))
def test_time_and_number_never_disagree_with_the_words(
    joined: int, hours: int, messages: int
) -> None:
    finding = _newcomer({"joined_at": joined, "messages": 7}, hours=hours, messages=messages)
    age = max(0, NOW - joined) / HOUR
    assert finding.hit == (age < hours if joined else messages >= 7)


@pytest.mark.parametrize(("name", "largest"), [("hours", 8760), ("messages", 10_000)])
def test_settings_have_bounds_that_make_sense(name: str, largest: int) -> None:
    for value in (0, largest):
        assert Condition("newcomer", {name: value}).make()
    with pytest.raises(BadInput, match=f"“{name}” must be a whole number from 0 to {largest}"):
        Condition("newcomer", {name: largest + 1}).make()


@pytest.mark.parametrize("name", ["hours", "messages"])
@pytest.mark.parametrize("value", [-1, 1.5, "3", None, True, 10**9, [3]])
def test_a_wrong_setting_is_named(name: str, value: object) -> None:
    with pytest.raises(BadInput, match=f"the setting “{name}” must be a whole number from 0"):
        Condition("newcomer", {name: value}).make()


def test_an_unknown_check_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput, match="no check “magic”: use one of link, newcomer"):
        Condition("magic", {}).make()
