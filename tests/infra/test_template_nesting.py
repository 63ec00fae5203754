"""The root and what it nests fit together: nothing unset, nothing unknown, nothing unused."""

import re

import pytest

from tests.infra.templates import ALL, NESTED, ROOT, properties, template

STACKS = properties(ROOT, "AWS::Serverless::Application")
BY_LOCATION = {stack["Location"]: stack for stack in STACKS.values()}


def test_every_nested_template_is_nested() -> None:
    assert set(BY_LOCATION) == set(NESTED)


@pytest.mark.parametrize("path", NESTED)
def test_every_nested_parameter_is_wired(path: str) -> None:
    declared = set(template(path).get("Parameters", {}))
    assert set(BY_LOCATION[path].get("Parameters", {})) == declared


@pytest.mark.parametrize("path", ALL)
def test_every_parameter_is_used_and_described(path: str) -> None:
    parts = {key: value for key, value in template(path).items() if key != "Parameters"}
    for name, parameter in template(path).get("Parameters", {}).items():
        assert f"'Ref': '{name}'" in repr(parts) or f"${{{name}}}" in repr(parts)
        assert parameter["Description"]


def test_outputs_asked_for_are_the_outputs_given() -> None:
    asked = set(re.findall(r"'Fn::GetAtt': \['(\w+)', 'Outputs\.(\w+)'\]", repr(template(ROOT))))
    given = {
        (name, output)
        for name, stack in STACKS.items()
        for output in template(stack["Location"]).get("Outputs", {})
    }
    assert asked <= given
    assert {name for name, _ in given - asked} <= {"Alarming"}


@pytest.mark.parametrize("path", ALL)
def test_references_inside_a_template_resolve(path: str) -> None:
    names = {*template(path).get("Parameters", {}), *template(path)["Resources"]}
    used = set(re.findall(r"'Ref': '(\w+)'", repr(template(path))))
    used |= set(re.findall(r"'Fn::GetAtt': \['(\w+)',", repr(template(path))))
    assert used <= names
