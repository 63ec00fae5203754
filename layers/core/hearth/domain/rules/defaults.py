"""The rules a new community starts with."""

from hearth.domain.rules.rule import Rule, RuleSet
from hearth.domain.rules.written import read_rules

LINKS_FROM_NEWCOMERS = "links from newcomers"


def default_rules() -> tuple[Rule, ...]:
    """Delete links of people who have just come, and let them be silent for ten minutes."""
    return read_rules(
        [
            {
                "name": LINKS_FROM_NEWCOMERS,
                "mode": "on",
                "when": [{"check": "link"}, {"check": "newcomer", "hours": 72, "messages": 3}],
                "then": [{"do": "delete"}, {"do": "mute", "seconds": 600}],
            }
        ]
    )


def default_set(community: str) -> RuleSet:
    """Version 0: what applies until an operator saves rules of his own."""
    return RuleSet(community, 0, default_rules())
