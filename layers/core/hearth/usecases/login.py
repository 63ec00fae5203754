"""Logging in: by password, by one-time link, by API token. Guessing is slowed down."""

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, replace

from hearth.console_ports import Hasher, LoginStore, OperatorStore, TokenStore
from hearth.domain.errors import BadInput, NotFound, TooManyAttempts, Unauthenticated
from hearth.domain.operators import Actor, LoginLink, Operator, check_password, operator_name
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor

WINDOW_S = 900
ATTEMPTS_PER_NAME = 10
ATTEMPTS_PER_ADDRESS = 50
LINK_S = 900
_WRONG = "name or password is wrong"


@dataclass(frozen=True, slots=True)
class Login:
    """Checks who somebody is. Sessions themselves are the room's affair."""

    operators: OperatorStore
    tokens: TokenStore
    logins: LoginStore
    hasher: Hasher
    audit: Auditor
    clock: Clock

    def by_password(self, name: str, password: str, address: str) -> Operator:
        """The operator; raises Unauthenticated, TooManyAttempts.

        Takes as long for an unknown name as for a wrong password, and says the same.
        """
        name = _possible(name)
        self._count(f"address {_network(address)}", ATTEMPTS_PER_ADDRESS)
        self._count(f"name {name}", ATTEMPTS_PER_NAME)
        operator = self._find(name)
        stored = operator.password_hash if operator and not operator.disabled else ""
        if not self.hasher.verify(password, stored) or operator is None:
            raise Unauthenticated(_WRONG)
        self.logins.forget(self._window(f"name {name}"))
        self._note(operator, "password", address)
        return operator

    def by_link(self, token: str, address: str) -> Operator:
        """The operator of a one-time link, which is spent by this.

        Raises Unauthenticated, TooManyAttempts.
        """
        self._count(f"address {_network(address)}", ATTEMPTS_PER_ADDRESS)
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
            self._count(f"name {actor.name}", ATTEMPTS_PER_NAME)
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

    def _window(self, what: str) -> str:
        return f"{what} {self.clock() // 1000 // WINDOW_S}"

    def _count(self, what: str, limit: int) -> None:
        now = self.clock() // 1000
        end = (now // WINDOW_S + 1) * WINDOW_S
        if not self.logins.count(self._window(what), limit, end):
            raise TooManyAttempts("too many attempts: wait a while", retry_after=end - now)


def digest_of(token: str) -> str:
    """SHA-256 in hex: enough for tokens, which are random and long."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _possible(name: str) -> str:
    try:
        return operator_name(name)
    except BadInput as error:
        raise Unauthenticated(_WRONG) from error


def _network(address: str) -> str:
    """The address, or of IPv6 the /64 that one client usually has to itself."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if known.version == 4:
        return str(known)
    return str(ipaddress.IPv6Network((int(known), 64), strict=False))
