"""Settings of each room: one frozen dataclass, its fields are the environment's names.

A missing setting fails at start with its name. Secrets are not here: see ``secrets.py``.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TypeVar

from hearth.domain.errors import Misconfigured

Room = TypeVar("Room")


@dataclass(frozen=True, slots=True)
class WebhookConfig:
    events_table: str
    secrets_path: str


@dataclass(frozen=True, slots=True)
class RulesConfig:
    verdicts_table: str
    members_table: str
    groups_table: str
    rulesets_table: str
    outbox_queue_url: str
    rules_dead_queue_url: str


@dataclass(frozen=True, slots=True)
class DeliverConfig:
    deliveries_table: str
    secrets_path: str
    outbox_queue_url: str


@dataclass(frozen=True, slots=True)
class LivecodeConfig:
    livecodes_table: str
    secrets_path: str


@dataclass(frozen=True, slots=True)
class EngageConfig:
    posts_table: str
    outbox_queue_url: str


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
    posts_table: str
    deliveries_table: str
    operators_table: str
    audit_table: str
    outbox_queue_url: str
    outbox_dead_queue_url: str
    rules_dead_queue_url: str
    engage_dead_queue_url: str
    secrets_path: str
    public_url: str = ""


def from_environment(room: type[Room], environment: Mapping[str, str]) -> Room:
    """Read ``room``'s settings; raises Misconfigured with every name that is missing."""
    wanted = fields(room)  # type: ignore[arg-type]
    missing = [
        field.name.upper()
        for field in wanted
        if not environment.get(field.name.upper()) and field.default is MISSING
    ]
    if missing:
        raise Misconfigured(f"not set in the environment: {', '.join(missing)}")
    return room(**{f.name: environment.get(f.name.upper(), "") for f in wanted})
