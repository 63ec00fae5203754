"""Settings: one frozen dataclass a room, its fields are the environment's names.

A missing setting fails at start with its name. Secrets are not here: see ``secrets.py``. Each room
has a file of its own, since every dataclass is compiled when it is imported: at each cold start.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import TypeVar

from hearth.domain.errors import Misconfigured

Room = TypeVar("Room")


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
