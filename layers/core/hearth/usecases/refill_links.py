"""Links to give a live code its next group: made by operators, checked, revoked."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hearth.domain.errors import Unauthenticated
from hearth.domain.livecodes import LiveCode, require_in_use
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.refills import REFILL_S, Refill, refill_of, token_of
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor
from hearth.usecases.throttle import Throttle

Key = Callable[[], str]
"""The key that signs links; asked each time, so that another one voids them all."""


class Codes(Protocol):
    """The table of live codes."""

    def load(self, code: str) -> LiveCode: ...


class Revocations(Protocol):
    """Up to when the links of a live code are void; see ``store.refills``."""

    def revoked(self, code: str) -> int: ...
    def revoke(self, code: str, until: int, expires: int) -> None: ...


@dataclass(frozen=True, slots=True)
class RefillLinks:
    """Makes and checks them."""

    codes: Codes
    key: Key
    revocations: Revocations
    throttle: Throttle
    audit: Auditor
    clock: Clock

    def make(self, actor: Actor, code: str) -> tuple[str, Refill]:
        """A new token and what it says. Raises NotFound, Forbidden, BadInput (archived)."""
        actor.require(OperatorRole.OPERATOR)
        require_in_use(self.codes.load(code))
        token = token_of(self.key(), code, secrets.token_hex(4), self.clock())
        made = refill_of(self.key(), token, self.clock())
        shown = {"link": made.id, "expires": made.expires}
        with self.audit.change(actor, "refill.create", code, after=shown):
            return token, made

    def revoke(self, actor: Actor, code: str) -> None:
        """Void every link of the code that was made up to now, those in mails too."""
        actor.require(OperatorRole.OPERATOR)
        self.codes.load(code)
        now = self.clock()
        with self.audit.change(actor, "refill.revoke", code):
            self.revocations.revoke(code, now, now // 1000 + REFILL_S)

    def check(self, token: str) -> Refill:
        """What the token allows; raises Unauthenticated, TooManyAttempts.

        One that is made up costs no request: arithmetic refuses it.
        """
        refill = refill_of(self.key(), token, self.clock())
        self.throttle.link(f"{refill.code} {refill.id} {refill.made}")
        if refill.made <= self.revocations.revoked(refill.code):
            raise Unauthenticated("this link was revoked: ask for a new one from the console")
        return refill
