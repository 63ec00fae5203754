"""Verdicts are read from the table as they were written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed
from hearth.domain.rules.checks import Finding
from hearth.domain.rules.record import from_json, to_json
from hearth.domain.rules.rule import Mode
from hearth.domain.rules.verdict import Ruling, Verdict
from tests.unit.strategies import actions, ids, json_values

findings = st.builds(Finding, st.text(), st.booleans(), st.text())
rulings = st.builds(
    Ruling,
    st.text(),
    st.sampled_from(Mode),
    st.lists(findings, max_size=3).map(tuple),
    st.booleans(),
    st.lists(actions, max_size=3).map(tuple),
)
verdicts = st.builds(
    Verdict, ids, st.integers(0, 10**6), findings, st.lists(rulings, max_size=3).map(tuple)
)


@given(verdicts)
def test_a_verdict_is_read_as_it_was_written(verdict: Verdict) -> None:
    read = from_json(to_json(verdict))
    assert read == verdict
    assert read.actions == verdict.actions


@given(verdicts)
def test_a_verdict_is_one_line(verdict: Verdict) -> None:
    assert "\n" not in to_json(verdict)


@given(st.text() | json_values.map(json.dumps))
def test_garbage_is_malformed(text: str) -> None:
    with pytest.raises(Malformed, match="not a verdict"):
        from_json(text)


@given(verdicts, st.sampled_from(["member", "version", "exempt", "rulings"]))
def test_a_verdict_of_which_a_part_is_missing_is_malformed(verdict: Verdict, part: str) -> None:
    content = json.loads(to_json(verdict))
    del content[part]
    with pytest.raises(Malformed):
        from_json(json.dumps(content))
