"""Read stored bodies again, by the translator that knows their form."""

from hearth.domain.events import Event
from hearth.platforms import inbound, neutral

WECOM_JOINS = "wecom-joins"
"""Reader of comings that WeCom told when asked."""


def read(reader: str, account: str, body: bytes) -> Event:
    """An event from its raw body; raises NotFound for an unknown reader, Malformed."""
    if reader == neutral.NAME:
        return neutral.read(account, body)
    if reader == WECOM_JOINS:
        from hearth.platforms import wecom_joins  # a platform's own: on demand, as all of them

        return wecom_joins.read(account, body)
    return inbound(reader).read(account, body)
