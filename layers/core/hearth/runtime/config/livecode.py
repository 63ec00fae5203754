"""Settings of the room for scans."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LivecodeConfig:
    livecodes_table: str
    contacts_table: str
    secrets_path: str
