"""Comings and goings, read by the translators of their platforms when the first one is told."""

from collections.abc import Iterable, Iterator

from aws_lambda_powertools import Logger

from hearth.domain.errors import BadInput, Malformed, NotFound
from hearth.domain.events import Event
from hearth.store.events import Events, Stored

logger = Logger(service="vitality")


class PastComings:
    """What the table of events has; what cannot be read is left out."""

    def __init__(self, events: Events) -> None:
        self._events = events

    def memberships(self, group: str, since: int) -> Iterator[Event]:
        """From ``since`` (ms) on, in order, within bounds. Raises Unavailable."""
        return _readable(self._events.memberships(group, since))


def read_event(stored: Stored) -> Event:
    """Raises Malformed, NotFound for a platform that is not known."""
    # Translators are needed for joins alone: a cold start that counts scans does without.
    from hearth.platforms.reading import read

    return stored.read(read)


def _readable(found: Iterable[Stored]) -> Iterator[Event]:
    for stored in found:
        try:
            yield read_event(stored)
        except (Malformed, NotFound, BadInput):
            logger.exception("a coming left out", extra={"event": stored.key})
