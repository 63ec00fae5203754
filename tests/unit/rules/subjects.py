"""Messages and members to be judged."""

from dataclasses import replace
from typing import Any

from hearth.domain.events import Message
from hearth.domain.members import Member
from hearth.domain.rules.checks import Subject

NOW = 1_700_000_000_000
HOUR = 3_600_000

PLAIN = Message("m1", "ann", "hello", name="Ann")
LINK = replace(PLAIN, text="see https://spam.example", links=("https://spam.example",))


def subject(message: Message = LINK, **member: Any) -> Subject:
    """A message of ann's; by default her first, and her join was not seen."""
    return Subject(message, replace(Member("ann", messages=1), **member), NOW)
