"""The verdict: what all checks said and what follows, as pure data."""

from dataclasses import dataclass

from hearth.domain.actions import Action
from hearth.domain.rules import staff
from hearth.domain.rules.checks import Finding, Subject
from hearth.domain.rules.rule import Mode, Rule, RuleSet


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one rule said: every finding, and whether all of them hit."""

    rule: str
    mode: Mode
    findings: tuple[Finding, ...]
    fired: bool
    actions: tuple[Action, ...]
    """What the rule asks for; carried out only in mode on."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All rulings on one message, with the version of the rules that made them."""

    member: str
    version: int
    exempt: Finding
    rulings: tuple[Ruling, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """What is to be done: actions of the rules that fired in mode on, each once."""
        wanted = [a for r in self.rulings if r.fired and r.mode is Mode.ON for a in r.actions]
        return () if self.exempt.hit else tuple(dict.fromkeys(wanted))

    @property
    def clean(self) -> bool:
        """Whether no rule fired."""
        return not any(ruling.fired for ruling in self.rulings)


def judge(rules: RuleSet, subject: Subject) -> Verdict:
    """Run every check of every rule that is not off, also after one has hit."""
    active = [rule for rule in rules.rules if rule.mode is not Mode.OFF]
    rulings = tuple(_rule(rule, subject) for rule in active)
    return Verdict(subject.message.member, rules.version, staff.check(subject), rulings)


def _rule(rule: Rule, subject: Subject) -> Ruling:
    findings = tuple(condition.make()(subject) for condition in rule.when)
    fired = all(finding.hit for finding in findings)
    actions = tuple(sanction.action(subject) for sanction in rule.then) if fired else ()
    return Ruling(rule.name, rule.mode, findings, fired, actions)
