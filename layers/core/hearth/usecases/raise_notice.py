"""Tell the operators what they must know or do: once, and nothing of it is lost."""

import logging
from collections.abc import Collection
from dataclasses import dataclass

from hearth.domain.communities import Community
from hearth.domain.errors import Conflict, HearthError, NotFound, Unavailable
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind
from hearth.ports import Clock, CommunityBook, NoticeBook, Teller
from hearth.usecases.open_notices import open_notices

PATIENCE_MS = 120_000
"""So long a notice is left to whoever has raised it; after that it is told by the next run."""

QUIET_MS = 24 * 3_600_000
"""Not sooner is it told again of what was over meanwhile and is back."""

_MOST_AT_ONCE = 50
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RaiseNotice:
    """Keeps a notice first and sends it out afterwards.

    What could not be sent stays marked, and :meth:`tell_waiting` tries again. A crash between
    sending and marking sends it a second time: better than never.
    """

    book: NoticeBook
    communities: CommunityBook
    teller: Teller
    clock: Clock

    def __call__(self, notice: Notice) -> bool:
        """Raise ``notice``; False, and nothing is sent, when it was raised before.

        One that was closed because its cause was gone is open again; it is not sent again on the
        same day. Raises Unavailable when it cannot be kept: raise it again then.
        """
        if not self.book.add(notice):
            return self._again(notice)
        self._tell(notice)
        return True

    def tell_waiting(self) -> int:
        """Send out what could not be sent when it was raised; how many. For a schedule.

        Raises Unavailable, after all, when some could not be sent this time either.
        """
        waiting = self.book.untold(self.clock() - PATIENCE_MS, _MOST_AT_ONCE)
        told = sum(map(self._tell, waiting))
        if told < len(waiting):
            raise Unavailable(f"{len(waiting) - told} notices still wait to be told")
        return told

    def withdraw(self, community: str, notice: str) -> bool:
        """Close a notice whose cause is gone; False when it is not open (any more)."""
        try:
            self.book.finish(community, notice, self.clock(), by="")
        except Conflict:
            return False
        return True

    def withdraw_others(self, community: str, kind: NoticeKind, current: Collection[str]) -> int:
        """Close what is open of a kind, but for the ids ``current``; how many."""
        own = [one.id for one in open_notices(self.book, community) if one.kind is kind]
        return sum(self.withdraw(community, one) for one in own if one not in current)

    def _again(self, notice: Notice) -> bool:
        known = self.book.get(notice.community, notice.id)
        if not known.done or known.by:
            return False
        loud = known.told + QUIET_MS <= notice.raised
        if not self.book.reopen(notice, untold=loud):
            return False
        if loud:
            self._tell(notice)
        return True

    def _tell(self, notice: Notice) -> bool:
        try:
            self.teller.tell(notice, self._community(notice.community))
            self.book.mark_told(notice.community, notice.id, self.clock())
        except Exception as error:
            # Whatever it is: the notice is kept, and the others must go out.
            defect = not isinstance(error, HearthError)
            _log.warning("the notice %s waits to be told: %s", notice.id, error, exc_info=defect)
            return False
        return True

    def _community(self, key: str) -> Community | None:
        if key == EVERYWHERE:
            return None
        try:
            return self.communities.get(key)
        except NotFound:
            return None
