"""Rules as operators write them: JSON, checked when it is read."""

from collections.abc import Mapping
from typing import Any

from hearth.domain.errors import BadInput
from hearth.domain.rules.checks import number
from hearth.domain.rules.rule import Condition, Mode, Rule, Sanction

_MOST_RULES = 50
_LONGEST_WARNING = 500
_LONGEST_MUTE = 30 * 86_400


def read_rules(content: Any) -> tuple[Rule, ...]:
    """Rules from JSON; raises BadInput naming the rule and what is wrong with it."""
    if not isinstance(content, list) or len(content) > _MOST_RULES:
        raise BadInput(f"rules must be a list of at most {_MOST_RULES}")
    rules = tuple(_read_rule(item, place) for place, item in enumerate(content, start=1))
    names = [rule.name for rule in rules]
    if len(set(names)) < len(names):
        raise BadInput("two rules have the same name: verdicts could not be told apart")
    return rules


def write_rules(rules: tuple[Rule, ...]) -> list[dict[str, Any]]:
    """Rules as JSON, read back by :func:`read_rules`."""
    return [
        {
            "name": rule.name,
            "mode": rule.mode.value,
            "when": [{"check": c.check, **c.settings} for c in rule.when],
            "then": [_write_sanction(sanction) for sanction in rule.then],
        }
        for rule in rules
    ]


def _read_rule(item: Any, place: int) -> Rule:
    try:
        if not isinstance(item, Mapping):
            raise BadInput("must be an object")
        name = item.get("name")
        if not isinstance(name, str) or not 1 <= len(name) <= 80:
            raise BadInput("needs a name of 1 to 80 characters")
        when = tuple(_read_condition(entry) for entry in _entries(item, "when"))
        then = tuple(_read_sanction(entry) for entry in _entries(item, "then"))
        return Rule(name, when, then, _mode(item.get("mode", "on")))
    except BadInput as error:
        raise BadInput(f"rule {place}: {error}") from error


def _entries(item: Mapping[str, Any], field: str) -> list[Mapping[str, Any]]:
    entries = item.get(field)
    if not isinstance(entries, list) or not 1 <= len(entries) <= 10:
        raise BadInput(f"“{field}” must be a list of 1 to 10 objects")
    if not all(isinstance(entry, Mapping) for entry in entries):
        raise BadInput(f"“{field}” must hold objects only")
    return entries


def _mode(value: Any) -> Mode:
    try:
        return Mode(value)
    except ValueError as error:
        raise BadInput("“mode” must be on, dry-run or off") from error


def _read_condition(entry: Mapping[str, Any]) -> Condition:
    settings = {str(name): value for name, value in entry.items() if name != "check"}
    condition = Condition(str(entry.get("check")), settings)
    condition.make()
    return condition


def _read_sanction(entry: Mapping[str, Any]) -> Sanction:
    do, text = entry.get("do"), entry.get("text", "")
    if do not in ("delete", "mute", "kick", "warn"):
        raise BadInput("“do” must be delete, mute, kick or warn")
    if do == "warn" and not (isinstance(text, str) and 1 <= len(text) <= _LONGEST_WARNING):
        raise BadInput(f"warn needs a “text” of 1 to {_LONGEST_WARNING} characters")
    if do == "mute":
        seconds = number(entry, "seconds", default=600, largest=_LONGEST_MUTE, least=1)
        return Sanction(do, seconds)
    return Sanction(do, text=text if do == "warn" else "")


def _write_sanction(sanction: Sanction) -> dict[str, Any]:
    extra = {"seconds": sanction.seconds, "text": sanction.text}
    return {"do": sanction.do, **{name: value for name, value in extra.items() if value}}
