"""Lines of a function's log, found by a word."""

from collections.abc import Iterator
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from hearth.domain.errors import Unavailable

_MOST_PAGES = 20
"""CloudWatch answers with empty pages while it searches."""


class LogLines:
    """One log group, searched."""

    def __init__(self, client: Any, group: str) -> None:
        self._client = client
        self._group = group

    def lines(self, word: str, since: int, until: int) -> Iterator[str]:
        """Lines with ``word`` in them from ``since`` to ``until``, ms since 1970. Unavailable.

        A line that the log has twice is told once.
        """
        told: set[object] = set()
        asked: dict[str, Any] = {
            "logGroupName": self._group,
            "filterPattern": f'"{word}"',
            "startTime": since,
            "endTime": until,
        }
        for _ in range(_MOST_PAGES):
            found = self._page(asked)
            new = {_ident(event): event["message"].strip() for event in found["events"]}
            yield from (line for ident, line in new.items() if ident not in told)
            told.update(new)
            if not found.get("nextToken"):
                return
            asked["nextToken"] = found["nextToken"]
        raise Unavailable(f"log of {self._group}: too many pages")

    def _page(self, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self._client.filter_log_events(**asked)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable(f"log of {self._group}: {type(error).__name__}") from error
        return found


def _ident(event: dict[str, Any]) -> object:
    """What tells a line told twice from two lines that say the same; not every log numbers them."""
    return event.get("eventId") or object()
