"""Reads small XML of strangers: every complaint names the element and what was expected there."""

import re
from typing import TYPE_CHECKING

from hearth.domain.errors import Malformed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_IDENTIFIER = re.compile(r"[\x21-\x7e]{1,128}")


def parse(body: bytes) -> "Element":
    """The root of ``body``; raises Malformed, also for every document type and entity."""
    if _FORBIDDEN.search(body):
        raise Malformed("the XML declares a document type or entities, which is not accepted")
    # Here, because the GET by which an address is tested must be quick and brings no XML.
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(body, forbid_dtd=True)
    except (ParseError, LookupError, ValueError) as error:
        # The last two: encodings that do not exist or cannot be, and what defusedxml refuses.
        raise Malformed(f"the body is not XML: {error}") from error


def text(root: "Element", name: str, default: str | None = None) -> str:
    """The text of a direct child; raises Malformed when it is missing and has no default."""
    child = root.find(name)
    found = (child.text or "").strip() if child is not None else ""
    if found:
        return found
    if default is None:
        raise Malformed(f"“{name}” is missing")
    return default


def identifier(root: "Element", name: str) -> str:
    """A child that identifies something: 1–128 visible ASCII characters."""
    return _identifier(name, text(root, name))


def identifiers(root: "Element", name: str) -> tuple[str, ...]:
    """The texts of all elements at the path ``name``, each an identifier."""
    return tuple(_identifier(name, (item.text or "").strip()) for item in root.findall(name))


def milliseconds(root: "Element", name: str) -> int:
    """A time given in whole seconds since 1970, in ms."""
    seconds = text(root, name)
    if not re.fullmatch(r"[0-9]{1,10}", seconds):
        raise Malformed(f"“{name}” must be a time in seconds since 1970")
    return int(seconds) * 1000


def _identifier(name: str, value: str) -> str:
    if not _IDENTIFIER.fullmatch(value):
        raise Malformed(f"“{name}” must be 1–128 visible ASCII characters")
    return value
