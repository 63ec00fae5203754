"""Settings of the room for callbacks of chat platforms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebhookConfig:
    events_table: str
    secrets_path: str
