"""Names of domains as operators type them, and which of them live codes can be given out under."""

import re

from hearth.domain.errors import BadInput

_LONGEST = 253
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"({_LABEL}\.)+[a-z]([a-z0-9-]{{0,61}}[a-z0-9])?")
_LOCAL = re.compile(r"(localhost|127\.0\.0\.1)(:[1-9][0-9]{0,4})?")
_PRIVATE = frozenset(
    ["arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain"]
    + ["localhost", "onion", "private"]
)
"""Last labels that are never found on the public internet."""

_DEVIATING = frozenset("ßς\u200c\u200d")
"""Read differently by the two standards of international names: a browser might go elsewhere."""

_XN = "enter the domain in ASCII, as your registrar shows it (xn--…)"


def host_of(text: str, local: bool = False) -> str:
    """The host that ``text`` names, in ASCII and small letters; raises BadInput.

    ``text`` is an https origin, or the domain alone. With ``local``, for a suite on this very
    machine, it may also be this machine by http, with a port.
    """
    scheme, separator, rest = text.strip().rpartition("://")
    host = rest.removesuffix("/").lower()
    if local and scheme.lower() in ("", "http") and is_local(host):
        return host
    if separator and scheme.lower() != "https":
        raise BadInput(
            "a domain is reached by https: enter it as https://go.example.org", "no_https"
        )
    if not host or any(sign in "/?#@\\:" or sign.isspace() for sign in host):
        raise BadInput(
            "enter a domain without path, port or login, such as go.example.org", "no_domain"
        )
    return _public(_ascii(host))


def is_local(host: str) -> bool:
    """Whether ``host`` is this very machine, which only a suite that runs on it may name."""
    return _LOCAL.fullmatch(host) is not None


def readable(host: str) -> str:
    """An international name in its own letters; empty for one in ASCII, or that has no such form.

    Never show it alone: letters of different scripts look alike.
    """
    if "xn--" not in host:
        return ""
    try:
        name = host.encode("ascii").decode("idna")
    except UnicodeError:
        return ""
    return "" if name == host else name


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    if len(host) > _LONGEST or _DEVIATING & set(host):
        raise BadInput(_XN)
    try:
        return host.encode("idna").decode()
    except UnicodeError as error:
        raise BadInput(_XN) from error


def _public(host: str) -> str:
    if len(host) > _LONGEST or not _NAME.fullmatch(host):
        raise BadInput(
            f"“{host[:60]}” is not a domain: enter one such as go.example.org", "no_domain"
        )
    if host.rpartition(".")[2] in _PRIVATE:
        raise BadInput(f"“{host[:60]}” is not on the public internet")
    return host
