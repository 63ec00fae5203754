"""Rules as operators write them: what is wrong is named, with the rule and the field."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.rules.defaults import LINKS_FROM_NEWCOMERS, default_rules, default_set
from hearth.domain.rules.rule import Condition, Mode, Rule, Sanction
from hearth.domain.rules.written import read_rules, write_rules
from tests.unit.strategies import json_values

GOOD: dict[str, Any] = {"name": "one", "when": [{"check": "link"}], "then": [{"do": "delete"}]}
WARN = {"do": "warn", "text": "no links"}

conditions = st.just(Condition("link", {})) | st.builds(
    lambda hours: Condition("newcomer", {"hours": hours}), st.integers(0, 8760)
)
sanctions = (
    st.sampled_from([Sanction("delete"), Sanction("kick")])
    | st.builds(Sanction, st.just("mute"), st.integers(1, 2_592_000))
    | st.builds(Sanction, st.just("warn"), text=st.text(min_size=1, max_size=500))
)
rules = st.builds(
    Rule,
    st.text(min_size=1, max_size=80),
    st.lists(conditions, min_size=1, max_size=10).map(tuple),
    st.lists(sanctions, min_size=1, max_size=10).map(tuple),
    st.sampled_from(Mode),
)


@given(st.lists(rules, max_size=5, unique_by=lambda rule: rule.name).map(tuple))
def test_rules_are_read_as_they_were_written(several: tuple[Rule, ...]) -> None:
    assert read_rules(write_rules(several)) == several


def test_a_rule_without_mode_is_on() -> None:
    assert read_rules([GOOD])[0].mode is Mode.ON


def test_the_default_rules_act_on_links_of_newcomers() -> None:
    assert write_rules(default_rules()) == [
        {
            "name": LINKS_FROM_NEWCOMERS,
            "mode": "on",
            "when": [{"check": "link"}, {"check": "newcomer", "hours": 72, "messages": 3}],
            "then": [{"do": "delete"}, {"do": "mute", "seconds": 600}],
        }
    ]
    assert default_set("tea").version == 0


def test_names_and_warnings_may_be_as_long_as_said() -> None:
    warn = {"do": "warn", "text": "x" * 500}
    (rule,) = read_rules([{**GOOD, "name": "n" * 80, "then": [warn]}])
    assert (len(rule.name), len(rule.then[0].text)) == (80, 500)


def test_a_mute_without_a_time_lasts_ten_minutes() -> None:
    (rule,) = read_rules([{**GOOD, "then": [{"do": "mute"}]}])
    assert rule.then == (Sanction("mute", 600),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "needs a name of 1 to 80"),
        ({"name": "x" * 81}, "needs a name of 1 to 80"),
        ({"name": 7}, "needs a name of 1 to 80"),
        ({"mode": "maybe"}, "“mode” must be on, dry-run or off"),
        ({"mode": None}, "“mode” must be"),
        ({"mode": []}, "“mode” must be"),
        ({"when": []}, "“when” must be a list of 1 to 10"),
        ({"when": {"check": "link"}}, "“when” must be a list"),
        ({"when": [{"check": "link"}] * 11}, "“when” must be a list of 1 to 10"),
        ({"when": ["link"]}, "“when” must hold objects only"),
        ({"when": [{"check": "magic"}]}, "no check “magic”"),
        ({"when": [{}]}, "no check “None”"),
        ({"when": [{"check": "newcomer", "hours": "3"}]}, "the setting “hours” must be"),
        (
            {"when": [{"check": "newcomer", "hour": 3}]},
            "no setting “hour”: it has hours, messages",
        ),
        ({"when": [{"check": "link", "hours": 3}]}, "no setting “hours”: it has none"),
        ({"then": []}, "“then” must be a list of 1 to 10"),
        ({"then": [{"do": "delete"}] * 11}, "“then” must be a list of 1 to 10"),
        ({"then": [{"do": "ban"}]}, "“do” must be delete, mute, kick or warn"),
        ({"then": [{"do": ["mute"]}]}, "“do” must be"),
        ({"then": [{"do": "mute", "seconds": -1}]}, "the setting “seconds”"),
        ({"then": [{"do": "mute", "seconds": 0}]}, "the setting “seconds”"),
        ({"then": [{"do": "mute", "seconds": 2_592_001}]}, "the setting “seconds”"),
        ({"then": [{"do": "warn"}]}, "warn needs a “text” of 1 to 500"),
        ({"then": [{"do": "warn", "text": ""}]}, "warn needs a “text”"),
        ({"then": [{"do": "warn", "text": "x" * 501}]}, "warn needs a “text”"),
    ],
)
def test_what_is_wrong_with_which_rule_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(BadInput, match=f"^rule 2: .*{message}"):
        read_rules([GOOD, {**GOOD, "name": "two", **change}])


@pytest.mark.parametrize(
    "content", [None, {}, "rules", [{**GOOD, "name": str(n)} for n in range(51)]]
)
def test_rules_are_a_list_of_at_most_fifty(content: object) -> None:
    with pytest.raises(BadInput, match="a list of at most 50"):
        read_rules(content)


def test_fifty_rules_of_ten_conditions_and_sanctions_are_read() -> None:
    full = {"when": [{"check": "link"}] * 10, "then": [WARN] * 10}
    assert len(read_rules([{"name": str(n), **full} for n in range(50)])) == 50


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(BadInput, match="two rules have the same name"):
        read_rules([GOOD, GOOD])


@given(json_values)
def test_garbage_is_refused_in_words(content: object) -> None:
    try:
        read_rules([content])
    except BadInput as refused:
        assert "rule 1" in str(refused)
        assert len(str(refused)) < 300
