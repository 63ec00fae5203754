"""Machines' access by API tokens."""

import secrets
from dataclasses import dataclass

from hearth.console_ports import TokenStore
from hearth.domain.operators import Actor, ApiToken, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor
from hearth.usecases.login import digest_of


@dataclass(frozen=True, slots=True)
class ManageTokens:
    """What owners do with API tokens."""

    store: TokenStore
    audit: Auditor
    clock: Clock

    def page(self, actor: Actor, cursor: str, limit: int) -> tuple[list[ApiToken], str]:
        """Tokens without their secret part; for owners."""
        actor.require(OperatorRole.OWNER)
        return self.store.page(cursor, limit)

    def create(self, actor: Actor, name: str, role: OperatorRole) -> tuple[ApiToken, str]:
        """A new token and its text, which cannot be had again."""
        actor.require(OperatorRole.OWNER)
        ident, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
        token = ApiToken(ident, name, role, digest_of(secret), self.clock(), actor.name)
        shown = {"name": name, "role": role}
        with self.audit.change(actor, "token.create", ident, after=shown):
            self.store.add(token)
        return token, f"hearth_{ident}_{secret}"

    def remove(self, actor: Actor, ident: str) -> None:
        """Revoke a token at once. Raises NotFound."""
        actor.require(OperatorRole.OWNER)
        known = self.store.get(ident)
        shown = {"name": known.name, "role": known.role}
        with self.audit.change(actor, "token.remove", ident, before=shown):
            self.store.remove(ident)
