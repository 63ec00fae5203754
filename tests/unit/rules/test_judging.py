"""The verdict: every check's answer, what follows, and who is exempt."""

from dataclasses import replace

import pytest

from hearth.domain.actions import DeleteMessage, Kick, Mute, PostText
from hearth.domain.events import Role
from hearth.domain.rules.rule import Condition, Mode, Rule, RuleSet, Sanction
from hearth.domain.rules.verdict import Verdict, judge
from tests.unit.rules.subjects import LINK, PLAIN, subject

ANY_LINK = Condition("link", {})
NEW = Condition("newcomer", {"messages": 3})
DELETE, MUTE, KICK = Sanction("delete"), Sanction("mute", 600), Sanction("kick")


def _rule(name: str, *then: Sanction, mode: Mode = Mode.ON) -> Rule:
    return Rule(name, (ANY_LINK, NEW), then or (DELETE,), mode)


def _judge(*rules: Rule, **member: int) -> Verdict:
    return judge(RuleSet("tea", 4, rules), subject(**member))


def test_the_verdict_names_the_writer_and_the_version_of_the_rules() -> None:
    verdict = _judge(_rule("one"))
    assert (verdict.member, verdict.version) == ("ann", 4)


def test_when_all_conditions_hit_the_sanctions_follow() -> None:
    verdict = _judge(_rule("one", DELETE, MUTE, KICK))
    assert verdict.actions == (DeleteMessage("m1"), Mute("ann", 600), Kick("ann"))
    assert not verdict.clean


def test_one_condition_that_does_not_hit_is_enough_for_nothing_to_follow() -> None:
    verdict = _judge(_rule("one"), messages=50)
    assert verdict.clean and verdict.actions == ()
    assert [finding.hit for finding in verdict.rulings[0].findings] == [True, False]
    assert verdict.rulings[0].actions == ()


@pytest.mark.parametrize("message", [PLAIN, LINK])
def test_every_check_of_every_rule_answers_also_when_clean_or_after_a_hit(message: object) -> None:
    rules = RuleSet("tea", 1, (_rule("one"), _rule("two"), _rule("three", mode=Mode.DRY_RUN)))
    verdict = judge(rules, subject(message, messages=99))
    assert [ruling.rule for ruling in verdict.rulings] == ["one", "two", "three"]
    for ruling in verdict.rulings:
        assert [finding.check for finding in ruling.findings] == ["link", "newcomer"]
        assert all(finding.details for finding in ruling.findings)


def test_a_dry_run_is_judged_and_shown_but_never_acts() -> None:
    verdict = _judge(_rule("one", DELETE, KICK, mode=Mode.DRY_RUN))
    assert verdict.rulings[0].fired and not verdict.clean
    assert verdict.rulings[0].actions == (DeleteMessage("m1"), Kick("ann"))
    assert verdict.actions == ()


def test_a_dry_run_beside_a_rule_that_is_on_adds_nothing() -> None:
    verdict = _judge(_rule("dry", KICK, mode=Mode.DRY_RUN), _rule("on", DELETE))
    assert verdict.actions == (DeleteMessage("m1"),)


def test_a_rule_that_is_off_is_not_judged() -> None:
    verdict = _judge(_rule("off", mode=Mode.OFF), _rule("on"))
    assert [ruling.rule for ruling in verdict.rulings] == ["on"]


def test_without_rules_there_is_a_clean_verdict() -> None:
    verdict = _judge()
    assert verdict.clean and verdict.actions == () and verdict.rulings == ()


@pytest.mark.parametrize("role", [Role.OWNER, Role.ADMIN])
def test_staff_is_judged_but_never_sanctioned(role: Role) -> None:
    verdict = judge(RuleSet("tea", 1, (_rule("one"),)), subject(replace(LINK, role=role)))
    assert verdict.exempt.hit and str(role) in verdict.exempt.details
    assert verdict.rulings[0].fired
    assert verdict.actions == ()


def test_whom_the_message_does_not_show_as_staff_may_be_known_as_such() -> None:
    rules = RuleSet("tea", 1, (_rule("one"),))
    untold = replace(LINK, role=Role.UNKNOWN)
    assert judge(rules, subject(untold, role=Role.OWNER)).exempt.hit
    assert not judge(rules, subject(replace(LINK, role=Role.MEMBER), role=Role.OWNER)).exempt.hit


@pytest.mark.parametrize("role", [Role.MEMBER, Role.UNKNOWN])
def test_nobody_else_is_exempt_and_the_verdict_says_so(role: Role) -> None:
    verdict = judge(RuleSet("tea", 1, (_rule("one"),)), subject(replace(LINK, role=role)))
    assert not verdict.exempt.hit and str(role) in verdict.exempt.details
    assert verdict.actions


def test_what_two_rules_want_is_done_once() -> None:
    verdict = _judge(_rule("one", DELETE, MUTE), _rule("two", DELETE, Sanction("mute", 60), KICK))
    assert verdict.actions == (
        DeleteMessage("m1"),
        Mute("ann", 600),
        Mute("ann", 60),
        Kick("ann"),
    )


@pytest.mark.parametrize(("name", "called"), [("Ann", "Ann"), ("", "ann")])
def test_a_warning_calls_the_member_by_name_or_else_by_id(name: str, called: str) -> None:
    warn = Sanction("warn", text="{name}: no links, {name}, please {not_a_field}")
    verdict = judge(RuleSet("tea", 1, (_rule("one", warn),)), subject(replace(LINK, name=name)))
    said = f"{called}: no links, {called}, please {{not_a_field}}"
    assert verdict.actions == (PostText(said),)
