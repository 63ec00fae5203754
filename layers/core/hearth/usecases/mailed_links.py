"""Links to give a live code its next group, for the mails that say that it needs one."""

from collections.abc import Callable
from dataclasses import dataclass

from hearth.domain.errors import NotFound
from hearth.domain.notices import Notice
from hearth.domain.refills import token_of
from hearth.ports import Clock


@dataclass(frozen=True, slots=True)
class MailedLinks:
    """Makes them while a notice is sent; the notice that is kept holds none."""

    key: Callable[[], str]
    """The key that signs links; raises NotFound when there is none."""
    clock: Clock

    def __call__(self, notice: Notice) -> str:
        """A token for the live code that ``notice`` is about.

        Empty when it is about none, or as long as the console has made no key. Raises Unavailable.
        """
        code = str(notice.facts.get("code", ""))
        if not code:
            return ""
        try:
            return token_of(self.key(), code, notice.id[:8], self.clock())
        except NotFound:
            return ""
