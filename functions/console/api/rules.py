"""The rules of a community."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Input, Limit, Line, View
from functions.console.api.resource import Resource
from hearth.domain.rules.rule import MAKERS, RuleSet
from hearth.domain.rules.written import write_rules

resource = Resource("rules")

_MOST_AT_ONCE = 20
"""A large version has 250 KB, an answer of Lambda 6 MB at most."""


class Condition(Input):
    """A check with its settings, such as `{"check": "newcomer", "hours": 72}`."""

    model_config = ConfigDict(extra="allow", strict=True)

    check: str = Field(max_length=40)


class Sanction(Input):
    """What follows: `seconds` is for mute, `text` for warn."""

    do: Literal["delete", "mute", "kick", "warn"]
    seconds: int | None = None
    text: str | None = Field(None, max_length=500)


class Rule(Input):
    """All conditions must hit, then the sanctions follow."""

    name: Line
    mode: Literal["on", "dry-run", "off"]
    when: list[Condition] = Field(min_length=1, max_length=10)
    then: list[Sanction] = Field(min_length=1, max_length=10)


class NewRules(Input):
    """Rules to save as the next version."""

    version: int = Field(ge=0, description="The version they were made from: 409 if not newest")
    rules: list[Rule] = Field(max_length=50)


class RulesView(View):
    """A version of a community's rules; version 0 is what every community starts with."""

    version: int
    rules: list[Rule]
    checks: list[str] = Field(description="The checks a condition may name")


class RulesHistory(View):
    """Saved versions, newest first."""

    items: list[RulesView]


@resource.get("/api/communities/<community>/rules", 404)
def get_rules(at: At, community: str) -> RulesView:
    """Show the rules that apply."""
    return _view(at.rules.current(community))


@resource.put("/api/communities/<community>/rules", 404, 409)
def put_rules(asking: Asking, at: At, community: str, wanted: NewRules) -> RulesView:
    """Save rules as a new version."""
    rules: list[Any] = [rule.model_dump(exclude_none=True) for rule in wanted.rules]
    return _view(at.rules.save(asking, community, wanted.version, rules))


@resource.get("/api/communities/<community>/rules/versions", 404)
def list_rule_versions(at: At, community: str, limit: Limit = 20) -> RulesHistory:
    """List saved versions."""
    found = at.rules.versions(community, min(limit, _MOST_AT_ONCE))
    return RulesHistory(items=[_view(one) for one in found])


def _view(rules: RuleSet) -> RulesView:
    return RulesView(
        version=rules.version,
        rules=[Rule.model_validate(rule) for rule in write_rules(rules.rules)],
        checks=sorted(MAKERS),
    )
