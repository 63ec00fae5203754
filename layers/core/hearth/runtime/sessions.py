"""Signed sessions and their CSRF tokens.

A session is a signed cookie; the server keeps nothing but the operator's epoch. The CSRF token
is derived from the session, so a token of another session or of no session never fits.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeSerializer

from hearth.domain.errors import Unauthenticated

SESSION_S = 12 * 3600


@dataclass(frozen=True, slots=True)
class Session:
    """Whose session, of which epoch, opened how and when (ms since 1970)."""

    operator: str
    epoch: int
    via: str
    opened: int
    nonce: str

    @property
    def expires(self) -> int:
        """ms since 1970."""
        return self.opened + SESSION_S * 1000


class Sessions:
    """Signs and reads sessions. ``key`` is asked each time, so that it can be rotated."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def open(self, operator: str, epoch: int, via: str, now: int) -> Session:
        """A new session with a random nonce."""
        return Session(operator, epoch, via, now, secrets.token_urlsafe(12))

    def sign(self, session: Session) -> str:
        """The cookie's value."""
        return str(
            self._signer().dumps(
                [session.operator, session.epoch, session.via, session.opened, session.nonce]
            )
        )

    def read(self, cookie: str, now: int) -> Session:
        """Read :meth:`sign` back; raises Unauthenticated when forged or over."""
        try:
            session = Session(*self._signer().loads(cookie.encode("utf-8", "replace")))
        except BadData as error:
            raise Unauthenticated("the session is not valid: log in again") from error
        if not session.opened <= now < session.expires:
            raise Unauthenticated("the session is over: log in again")
        return session

    def csrf(self, session: Session) -> str:
        """The token that every changing request of this session carries."""
        key = hashlib.sha256(f"csrf {self._key()}".encode()).digest()
        return hmac.new(key, session.nonce.encode(), hashlib.sha256).hexdigest()

    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(
            self._key(),
            salt="hearth console session",
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )
