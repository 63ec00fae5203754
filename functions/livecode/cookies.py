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
    return set_cookies(event, code, remember(key, code, led.destination.id))


def set_cookies(event: http.Event, code: str, value: str) -> tuple[str, ...]:
    """The Set-Cookie lines; Secure when the visitor came by HTTPS.

    Two of them, because a code has two addresses: its own, and those of invitations. One for the
    whole host would travel with every request to the console too, for every code ever scanned.
    """
    secure = "; Secure" if http.headers(event).get("x-forwarded-proto") == "https" else ""
    rest = f"; HttpOnly; SameSite=Lax{secure}"
    begin = f"{cookie_name(code)}={value}; Max-Age={_DAYS * 86_400}"
    return tuple(f"{begin}; Path={path}{rest}" for path in (f"/c/{code}", "/i"))
