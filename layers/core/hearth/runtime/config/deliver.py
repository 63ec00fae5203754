"""Settings of the room for the outbox."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliverConfig:
    deliveries_table: str
    events_table: str
    livecodes_table: str
    secrets_path: str
    outbox_queue_url: str
    outbox_dead_queue_url: str
