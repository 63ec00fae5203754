"""Settings of the room for the operators' page and interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsoleConfig:
    events_table: str
    verdicts_table: str
    members_table: str
    groups_table: str
    communities_table: str
    rulesets_table: str
    accounts_table: str
    livecodes_table: str
    scans_table: str
    posts_table: str
    deliveries_table: str
    operators_table: str
    audit_table: str
    domains_table: str
    notices_table: str
    contacts_table: str
    outbox_queue_url: str
    outbox_dead_queue_url: str
    rules_dead_queue_url: str
    engage_dead_queue_url: str
    vitality_dead_queue_url: str
    secrets_path: str
    public_url: str = ""
