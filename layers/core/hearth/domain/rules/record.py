"""Verdicts as JSON, for the table and for the console."""

import json
from dataclasses import asdict
from typing import Any

from hearth.domain.actions import Action, kind_of, read_action
from hearth.domain.errors import Malformed
from hearth.domain.rules.checks import Finding
from hearth.domain.rules.rule import Mode
from hearth.domain.rules.verdict import Ruling, Verdict


def to_json(verdict: Verdict) -> str:
    """One line of JSON."""
    content = {
        "member": verdict.member,
        "version": verdict.version,
        "exempt": asdict(verdict.exempt),
        "rulings": [_write(ruling) for ruling in verdict.rulings],
    }
    return json.dumps(content, ensure_ascii=False)


def from_json(text: str) -> Verdict:
    """Read :func:`to_json` back; raises Malformed."""
    try:
        content = json.loads(text)
        rulings = tuple(_read(ruling) for ruling in content["rulings"])
        exempt = Finding(**content["exempt"])
        return Verdict(content["member"], content["version"], exempt, rulings)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Malformed(f"not a verdict: {error!r}") from error


def _write(ruling: Ruling) -> dict[str, Any]:
    return {
        "rule": ruling.rule,
        "mode": ruling.mode.value,
        "findings": [asdict(finding) for finding in ruling.findings],
        "fired": ruling.fired,
        "actions": [{"kind": kind_of(action), **asdict(action)} for action in ruling.actions],
    }


def _read(content: dict[str, Any]) -> Ruling:
    findings = tuple(Finding(**finding) for finding in content["findings"])
    actions = tuple(_action(action) for action in content["actions"])
    return Ruling(content["rule"], Mode(content["mode"]), findings, content["fired"], actions)


def _action(content: dict[str, Any]) -> Action:
    return read_action(content["kind"], {k: v for k, v in content.items() if k != "kind"})
