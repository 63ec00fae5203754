"""Tokens that lead one person into a live code: ``/i/{token}``.

A token says all there is to know, signed: ``code.person.signature``, with ``.channel`` before the
signature where it is not the usual one. No table is asked, and nobody can make one up.
"""

import re
from dataclasses import dataclass

from hearth.domain.errors import BadInput
from hearth.domain.livecodes import is_channel, is_code, require_code
from hearth.domain.signing import is_genuine, signature

CHANNEL = "invitation"
"""Where a person comes from whose token names no channel."""

_PERSON = re.compile(r"[A-Za-z0-9_-]{1,24}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is led where."""

    code: str
    person: str
    """Id of a contact or member, in up to 24 letters, digits, ``_`` and ``-``."""
    channel: str = CHANNEL


def make_token(key: str, invitation: Invitation) -> str:
    """The token of ``invitation``; raises BadInput. 34 characters for ids of 8 and 12."""
    require_code(invitation.code)
    if not _PERSON.fullmatch(invitation.person):
        raise BadInput("“person” has 1 to 24 letters, digits, “_” or “-”")
    if not invitation.channel or not is_channel(invitation.channel):
        raise BadInput("“channel” has 1 to 40 letters, digits, “_”, “.” or “-”")
    channel = () if invitation.channel == CHANNEL else (invitation.channel,)
    return ".".join((invitation.code, invitation.person, *channel, _signature(key, invitation)))


def read_token(key: str, token: str) -> Invitation | None:
    """What :func:`make_token` made a token of; None for every other text than that very token."""
    said = token.rpartition(".")[0]
    code, person, channel = (*said.split(".", 2), "", "")[:3]
    invitation = Invitation(code, person, channel or CHANNEL)
    known = is_code(code) and _PERSON.fullmatch(person) and is_channel(channel)
    return invitation if known and is_genuine(token, make_token(key, invitation)) else None


def _signature(key: str, invitation: Invitation) -> str:
    return signature(key, "invitation", invitation.code, invitation.person, invitation.channel)
