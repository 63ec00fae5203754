"""Logging in: by password, by one-time link, by API token. Guessing is slowed down."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace

from hearth.console_ports import Hasher, LoginStore, OperatorStore, TokenStore
from hearth.domain.errors import BadInput, NotFound, Unauthenticated
from hearth.domain.operators import Actor, LoginLink, Operator, check_password, operator_name
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor
from hearth.usecases.throttle import Throttle

LINK_S = 900
_WRONG = "name or password is wrong"


@dataclass(frozen=True, slots=True)
class Login:
    """Checks who somebody is. Sessions themselves are the room's affair."""

    operators: OperatorStore
    tokens: TokenStore
    logins: LoginStore
    throttle: Throttle
    hasher: Hasher
    audit: Auditor
    clock: Clock

    def by_password(self, name: str, password: str, address: str) -> Operator:
        """The operator; raises Unauthenticated, TooManyAttempts.

        Takes as long for an unknown name as for a wrong password, and says the same.
        """
        name = _possible(name)
        self.throttle.address(address)
        self.throttle.name(name)
        operator = self._find(name)
        stored = operator.password_hash if operator and not operator.disabled else ""
        if not self.hasher.verify(password, stored) or operator is None:
            raise Unauthenticated(_WRONG)
        self.throttle.forgive(name)
        self._note(operator, "password", address)
        return operator

    def by_link(self, token: str, address: str) -> Operator:
        """The operator of a one-time link, which is spent by this.

        Raises Unauthenticated, TooManyAttempts.
        """
        self.throttle.address(address)
        try:
            link = self.logins.consume_link(digest_of(token), self.clock() // 1000)
        except NotFound as error:
            raise Unauthenticated("this link was used already or has expired") from error
        operator = self._find(link.operator)
        if operator is None or operator.disabled or operator.epoch != link.epoch:
            raise Unauthenticated("this link is not valid any more: ask for a new one")
        self._note(operator, "link", address)
        return operator

    def by_token(self, token: str, address: str) -> Actor:
        """The machine that shows ``token``; raises Unauthenticated."""
        ident, _, secret = token.removeprefix("hearth_").partition("_")
        try:
            known = self.tokens.get(ident or "-")
        except NotFound as error:
            raise Unauthenticated("this token is not valid") from error
        if not hmac.compare_digest(known.digest, digest_of(secret)):
            raise Unauthenticated("this token is not valid")
        return Actor(known.name, known.role, "token", address)

    def current(self, name: str, epoch: int) -> Operator:
        """The operator of a session; raises Unauthenticated when the session was revoked."""
        operator = self._find(name)
        if operator is None or operator.disabled or operator.epoch != epoch:
            raise Unauthenticated("the session is over: log in again")
        return operator

    def set_password(self, actor: Actor, password: str, current: str | None) -> Operator:
        """Choose a new password; ends all sessions of the operator.

        ``current`` is needed unless the session was opened by a link.
        Raises BadInput, Unauthenticated, TooManyAttempts, Conflict.
        """
        check_password(password, actor.name)
        operator = self.operators.get(actor.name)
        if actor.via != "link":
            self.throttle.name(actor.name)
            if not self.hasher.verify(current or "", operator.password_hash):
                raise BadInput("the current password is wrong")
        fresh = replace(
            operator, password_hash=self.hasher.hash(password), epoch=operator.epoch + 1
        )
        with self.audit.change(actor, "operator.password", actor.name):
            self.operators.change(operator, fresh)
        return fresh

    def end(self, actor: Actor) -> None:
        """End all sessions of the operator, on every device."""
        operator = self.operators.get(actor.name)
        with self.audit.change(actor, "session.end", actor.name):
            self.operators.change(operator, replace(operator, epoch=operator.epoch + 1))

    def make_link(self, operator: Operator) -> str:
        """A new one-time token for ``operator``; only its digest is kept."""
        token = secrets.token_urlsafe(32)
        until = self.clock() // 1000 + LINK_S
        self.logins.add_link(LoginLink(digest_of(token), operator.name, operator.epoch, until))
        return token

    def _find(self, name: str) -> Operator | None:
        try:
            return self.operators.get(name)
        except NotFound:
            return None

    def _note(self, operator: Operator, via: str, address: str) -> None:
        actor = Actor(operator.name, operator.role, via, address)
        with self.audit.change(actor, "session.open", operator.name):
            pass


def digest_of(token: str) -> str:
    """SHA-256 in hex: enough for tokens, which are random and long."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _possible(name: str) -> str:
    try:
        return operator_name(name)
    except BadInput as error:
        raise Unauthenticated(_WRONG) from error
