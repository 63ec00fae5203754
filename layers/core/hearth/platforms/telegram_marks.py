"""Addresses that Telegram marks in a text: shown ones and those hidden behind words.

Source: core.telegram.org/bots/api (MessageEntity; formatting options: links never contain each
other). Each place of the text is therefore read once, however many entities somebody makes up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hearth.platforms.fields import Fields


@dataclass(frozen=True, slots=True)
class Marks:
    """Marked addresses in the text's order, and the text without the shown ones."""

    links: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    """In bytes of UTF-16: Telegram counts units of two."""
    hidden: str
    """The address behind the words; empty when the words are the address."""


def read(text: str, message: Fields, name: str) -> Marks:
    """What the entities in the list ``name`` mark in ``text``; raises Malformed."""
    units = text.encode("utf-16-le")
    links: list[str] = []
    rest: list[str] = []
    done = 0
    for mark in sorted(_marks(message, name), key=lambda mark: mark.start):
        start, end = max(mark.start, done), max(mark.end, done)
        if mark.hidden:
            links.append(mark.hidden)
            continue
        links.append(_words(units[start:end]))
        rest.append(_words(units[done:start]))
        done = end
    return Marks(tuple(links), " ".join([*rest, _words(units[done:])]))


def _marks(message: Fields, name: str) -> Iterator[_Mark]:
    for entity in message.children(name):
        kind = entity.text("type")
        if kind in ("url", "text_link"):
            hidden = entity.text("url") if kind == "text_link" else ""
            start = 2 * entity.integer("offset", least=0)
            end = start + 2 * entity.integer("length", least=0)
            yield _Mark(start, end, hidden)


def _words(units: bytes) -> str:
    return units.decode("utf-16-le", "replace")
