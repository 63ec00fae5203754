"""The cookie that brings a visitor back to the same group."""

from hearth.runtime import http

_DAYS = 180


def cookie_name(code: str) -> str:
    """One cookie a code."""
    return f"hearth_{code}"


def set_cookie(event: http.Event, code: str, value: str) -> str:
    """The Set-Cookie line; Secure when the visitor came by HTTPS."""
    secure = "; Secure" if http.headers(event).get("x-forwarded-proto") == "https" else ""
    age = _DAYS * 86_400
    return (
        f"{cookie_name(code)}={value}; Max-Age={age}; Path=/c/{code}"
        f"; HttpOnly; SameSite=Lax{secure}"
    )
