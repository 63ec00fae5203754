"""Settings of the room for the minute tick."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngageConfig:
    posts_table: str
    outbox_queue_url: str
