"""The cookie that brings a visitor back to the same group."""

from hearth.domain.livecodes import Kind
from hearth.domain.scans import Led
from hearth.domain.visitors import remember
from hearth.runtime import http

_DAYS = 180


def cookie_name(code: str) -> str:
    """One cookie a code."""
    return f"hearth_{code}"


def cookies_for(event: http.Event, led: Led, key: str) -> tuple[str, ...]:
    """What binds a visitor to his group; nothing binds him to a person who helps meanwhile."""
    if led.destination.kind is Kind.PERSON:
        return ()
    code = led.code.code
    return (set_cookie(event, code, remember(key, code, led.destination.id)),)


def set_cookie(event: http.Event, code: str, value: str) -> str:
    """The Set-Cookie line; Secure when the visitor came by HTTPS.

    For the whole host, because a code has two addresses, its own and those of invitations: a
    second line would cost more to send to a million visitors than 60 bytes back from a few.
    """
    secure = "; Secure" if http.headers(event).get("x-forwarded-proto") == "https" else ""
    age = _DAYS * 86_400
    return f"{cookie_name(code)}={value}; Max-Age={age}; Path=/; HttpOnly; SameSite=Lax{secure}"
