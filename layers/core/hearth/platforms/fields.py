"""Reads JSON of strangers: every complaint names the field and what was expected there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hearth.domain.errors import Malformed

_INT64 = 2**63
_LAST_SECOND = 10**10
"""The first second whose milliseconds no longer fit the 13 digits of an event's key."""


def parse(body: bytes) -> "Fields":
    """The JSON object in ``body``; raises Malformed."""
    try:
        content = json.loads(body, parse_constant=_no_constant)
    except RecursionError as error:
        raise Malformed("the body is JSON nested too deeply") from error
    except ValueError as error:
        raise Malformed(f"the body is not JSON: {error}") from error
    if not isinstance(content, dict):
        raise Malformed("the body must be a JSON object")
    return Fields(content)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object and where it was found. Readers raise Malformed naming the field.

    ``null`` counts as absent: platforms use both.
    """

    content: Mapping[str, Any]
    path: str = ""

    def __contains__(self, name: str) -> bool:
        return self.content.get(name) is not None

    def raw(self, name: str) -> object:
        """The value as it is; None when absent."""
        return self.content.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """A string as :func:`whole` leaves it."""
        value = self._known(name, default)
        if not isinstance(value, str):
            raise self._wrong(name, "a string")
        return whole(value)

    def integer(self, name: str, default: int | None = None, least: int = -_INT64) -> int:
        """A whole number of at most 64 bits, not below ``least``."""
        value = self._known(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value < _INT64:
            raise self._wrong(name, "a whole number" + (f" from {least}" if least >= 0 else ""))
        return value

    def identifier(self, name: str) -> str:
        """A whole number other than 0, written as number or as text, as decimal text."""
        value = self._known(name, None)
        if isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) <= 20:
            value = int(value)
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or value == 0 or not -_INT64 <= value < _INT64:
            raise self._wrong(name, "a number that identifies something")
        return str(value)

    def milliseconds(self, name: str) -> int:
        """A time given in whole seconds since 1970, in ms."""
        seconds = self.integer(name, least=0)
        if seconds >= _LAST_SECOND:
            raise self._wrong(name, "a time in seconds since 1970")
        return seconds * 1000

    def child(self, name: str) -> "Fields":
        """An object."""
        value = self._known(name, None)
        if not isinstance(value, dict):
            raise self._wrong(name, "an object")
        return Fields(value, self._path(name))

    def optional(self, name: str) -> "Fields":
        """An object, empty when absent."""
        return self.child(name) if name in self else Fields({}, self._path(name))

    def children(self, name: str) -> Iterator["Fields"]:
        """The objects of a list; none when absent."""
        values = self.content.get(name)
        if values is None:
            return
        if not isinstance(values, list):
            raise self._wrong(name, "a list of objects")
        for index, value in enumerate(values):
            place = f"{name}[{index}]"
            if not isinstance(value, dict):
                raise self._wrong(place, "an object")
            yield Fields(value, self._path(place))

    def texts(self, name: str) -> tuple[str, ...]:
        """The strings of a list; none when absent."""
        values = self.content.get(name) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self._wrong(name, "a list of strings")
        return tuple(map(whole, values))

    def _known(self, name: str, default: Any) -> Any:
        value = self.content.get(name)
        if value is None:
            value = default
        if value is None:
            raise Malformed(f"“{self._path(name)}” is missing")
        return value

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _wrong(self, name: str, expected: str) -> Malformed:
        return Malformed(f"“{self._path(name)}” must be {expected}")


def whole(text: str) -> str:
    """``text`` with each half of a surrogate pair, which no store accepts, replaced by one “�”."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
