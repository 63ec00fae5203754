"""Settings of the room that counts, settles and warns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VitalityConfig:
    events_table: str
    scans_table: str
    livecodes_table: str
    communities_table: str
    notices_table: str
    domains_table: str
    livecode_log_group: str
    operators_topic_arn: str
    public_url: str
    vitality_dead_queue_url: str
    secrets_path: str
