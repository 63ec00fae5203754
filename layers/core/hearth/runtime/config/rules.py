"""Settings of the room for the stream of events."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RulesConfig:
    verdicts_table: str
    members_table: str
    groups_table: str
    rulesets_table: str
    accounts_table: str
    outbox_queue_url: str
    rules_dead_queue_url: str
