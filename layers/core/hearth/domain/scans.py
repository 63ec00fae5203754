"""One scan of a live code: who came how, and where he is led."""

import json
from dataclasses import dataclass

from hearth.domain.livecodes import Destination


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of a scan before it is answered."""

    code: str
    at: int
    """ms since 1970, UTC."""
    channel: str = ""
    robot: bool = False
    remembered: str = ""
    """Destination the visitor was led to before; empty for a new visitor."""

    @property
    def facts(self) -> str:
        """What rides on the scan's one write and reaches counters through the stream."""
        client = "robot" if self.robot else "again" if self.remembered else "new"
        return json.dumps({"at": self.at, "channel": self.channel, "client": client})


@dataclass(frozen=True, slots=True)
class Led:
    """The visitor is led to a destination that has room for him."""

    name: str
    destination: Destination


@dataclass(frozen=True, slots=True)
class Turned:
    """Nobody is led anywhere: a robot, or no destination has room."""

    name: str
    robot: bool = False
