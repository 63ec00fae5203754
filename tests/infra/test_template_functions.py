"""Every room is one function of one kind, with a README, tests and an import rule."""

import tomllib

import pytest

from tests.infra.templates import (
    REPOSITORY,
    ROOMS,
    ROOT,
    att,
    events,
    function,
    own_name,
    properties,
    resources,
)

FUNCTIONS = REPOSITORY / "functions"


def _rooms_on_disk() -> set[str]:
    return {found.parent.name for found in FUNCTIONS.glob("*/app.py")}


def _rooms_in_the_template() -> set[str]:
    functions = properties(ROOT, "AWS::Serverless::Function").values()
    return {found["Handler"].split(".")[1] for found in functions}


def test_template_folders_and_tests_name_the_same_rooms() -> None:
    folders = {found.name for found in FUNCTIONS.iterdir() if found.is_dir()} - {"__pycache__"}
    assert folders == _rooms_on_disk() == _rooms_in_the_template() == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_readme_and_tests(room: str) -> None:
    assert (FUNCTIONS / room / "README.md").is_file()
    assert list((REPOSITORY / "tests" / "functions").rglob(f"test_{room}*.py"))


def test_every_room_is_under_the_import_rule() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]
    independent = next(one for one in settings["contracts"] if one["type"] == "independence")
    assert set(independent["modules"]) == {f"functions.{room}" for room in ROOMS}


@pytest.mark.parametrize("room", ROOMS)
def test_a_function_is_named_after_its_room(room: str) -> None:
    found = function(room)
    assert found["Handler"] == f"functions.{room}.app.handler"
    assert found["FunctionName"] == {"Fn::Sub": f"${{AWS::StackName}}-{room}"}
    assert found["Role"] == att("Roles", f"Outputs.{room.capitalize()}RoleArn")


@pytest.mark.parametrize("room", ROOMS)
def test_a_function_runs_on_the_same_platform_as_its_layers(room: str) -> None:
    found = function(room)
    assert (found["Runtime"], found["Architectures"]) == ("python3.13", ["arm64"])
    assert found["Layers"] == [{"Ref": "CoreLayer"}, {"Ref": "VendorLayer"}]
    for layer in properties(ROOT, "AWS::Serverless::LayerVersion").values():
        assert layer["CompatibleRuntimes"] == [found["Runtime"]]
        assert layer["CompatibleArchitectures"] == found["Architectures"]


def test_functions_and_layers_are_built_without_docker() -> None:
    kinds = ("AWS::Serverless::Function", "AWS::Serverless::LayerVersion")
    built = [found for kind in kinds for found in resources(ROOT, kind).values()]
    assert {found["Metadata"]["BuildMethod"] for found in built} == {"makefile"}


def test_an_alias_would_follow_its_layers() -> None:
    """Else it keeps serving the old layer when only the layer has changed."""
    aliased = [room for room in ROOMS if "AutoPublishAlias" in function(room)]
    for room in aliased:
        assert function(room)["AutoPublishAliasAllProperties"] is True
    if aliased:
        for layer in properties(ROOT, "AWS::Serverless::LayerVersion").values():
            assert layer["PublishLambdaVersion"] is True


def test_names_fit_behind_the_longest_name_of_a_stack() -> None:
    """Functions and rules have 64 characters; docs/operations.md promises 55 to the stack."""
    rules = [schedule["Name"] for schedule in events("Schedule").values()]
    names = [own_name(name) for name in (*rules, *(function(r)["FunctionName"] for r in ROOMS))]
    assert max(len(f"-{name}") for name in names) <= 64 - 55
