"""Read stored bodies again, by the translator that knows their form."""

from hearth.domain.events import Event
from hearth.platforms import inbound, neutral


def read(reader: str, account: str, body: bytes) -> Event:
    """An event from its raw body; raises NotFound for an unknown reader, Malformed."""
    if reader == neutral.NAME:
        return neutral.read(account, body)
    return inbound(reader).read(account, body)
