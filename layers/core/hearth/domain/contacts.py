"""People who may be invited because they said so: an address, and what they agreed to."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from hearth.domain.errors import BadInput
from hearth.domain.signing import signature

LONGEST_NAME = 40
LONGEST_ADDRESS = 254

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@(?:{_LABEL}\.){{1,8}}{_LABEL}")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
_CHINESE_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_BETWEEN_DIGITS = str.maketrans("", "", " -().\u00a0")


class ContactKind(StrEnum):
    """By what somebody can be reached."""

    EMAIL = "email"
    PHONE = "phone"


class Source(StrEnum):
    """How somebody became a contact."""

    WAITING = "waiting"
    """He left his address when no group had room."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The very sentence that was agreed to, and when (ms since 1970)."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Contact:
    """One address in one community. ``id`` is made of the address: it is one contact."""

    id: str
    community: str
    kind: ContactKind
    address: str
    """As :func:`read_address` writes it."""
    consent: Consent
    source: Source = Source.WAITING
    name: str = ""
    code: str = ""
    """The live code at which it was left."""
    channel: str = ""
    person: str = ""
    """Whose invitation had led there."""
    language: str = ""

    @property
    def created(self) -> int:
        """ms since 1970: nobody becomes a contact before he agrees."""
        return self.consent.at


def read_address(text: str) -> tuple[ContactKind, str]:
    """Kind and the one form in which an address is kept; raises BadInput.

    E-mail in small letters; telephone numbers with ``+`` and the country's code. A Chinese mobile
    number may be given without it.
    """
    given = unicodedata.normalize("NFKC", text[: 2 * LONGEST_ADDRESS]).strip()
    email = given.lower()
    if len(email) <= LONGEST_ADDRESS and _EMAIL.fullmatch(email):
        return ContactKind.EMAIL, email
    digits = re.sub(r"\A00", "+", given.translate(_BETWEEN_DIGITS))
    phone = f"+86{digits}" if _CHINESE_MOBILE.fullmatch(digits) else digits
    if _PHONE.fullmatch(phone):
        return ContactKind.PHONE, phone
    raise BadInput("give an e-mail address, or a telephone number with its country code")


def contact_id(key: str, community: str, address: str) -> str:
    """The id of an address in a community: 12 URL-safe characters.

    Made with a key, because numbers are few enough to try: nobody learns an address from an id.
    """
    return signature(key, "contact", community, address)


def read_name(text: str) -> str:
    """A name as it is kept: one line without what cannot be printed; empty when there is none."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.split())[:LONGEST_NAME].rstrip()
