"""Addresses that lead one person each into a live code."""

from dataclasses import dataclass

from hearth.console_ports import LiveCodeStore, VisitorKeys
from hearth.domain.invitations import CHANNEL, Invitation, make_token


@dataclass(frozen=True, slots=True)
class MakeInvitations:
    """For whoever invites people: by e-mail, by SMS, or one member another."""

    codes: LiveCodeStore
    keys: VisitorKeys

    def paths(self, code: str, people: list[str], channel: str = CHANNEL) -> list[str]:
        """``/i/…`` for each of ``people`` (ids of contacts or members), in their order.

        One read of the key for all of them. Raises NotFound for an unknown code, BadInput.
        """
        self.codes.load(code)
        key = self.keys.visitor_key()
        tokens = (make_token(key, Invitation(code, person, channel)) for person in people)
        return [f"/i/{token}" for token in tokens]
