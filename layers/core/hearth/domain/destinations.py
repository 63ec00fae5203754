"""What a destination of a live code may lead to."""

import re
from collections.abc import Sequence

from hearth.domain.errors import BadInput
from hearth.domain.joins import is_named
from hearth.domain.livecodes import Destination, Kind
from hearth.domain.payloads import LONGEST_PAYLOAD, is_payload, recognise

_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9.\-:\[\]]{0,253}([/?#][\x21-\x7e]*)?")
_LONGEST_ADDRESS = 2000


def check_target(kind: Kind, target: str) -> None:
    """Raise BadInput unless visitors can be sent there.

    A link ends up in a header: only http and https, only visible ASCII. What is known to be of
    another kind than ``kind`` is refused; a text of no known form can be any.
    """
    if kind is Kind.LINK and (len(target) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(target)):
        raise BadInput(
            "“target” of a link must be an http or https address, percent-encoded", "no_address"
        )
    if kind is not Kind.LINK and not is_payload(target):
        raise BadInput(f"“target” of a QR must be printable, 1 to {LONGEST_PAYLOAD} bytes in UTF-8")
    recognise(target).require(kind, "target")


def check_way(destination: Destination) -> None:
    """Raise BadInput unless joins can be told of by this group and way."""
    group, way = destination.group, destination.way
    if destination.kind is Kind.PERSON and group:
        raise BadInput("“group” of a person must be empty: nobody joins a group there")
    if way and not group:
        raise BadInput("“way” needs a “group”: joins are told by the group's platform")
    if way and not is_named(way):
        raise BadInput(f"“way” cannot be “{way}”: platforms say so of everybody who comes that way")


def check_end(destination: Destination, now: int, before: int = 0) -> None:
    """Raise BadInput for an end that is over at ``now`` (ms), unless it was there ``before``."""
    end = destination.valid_until
    if end and end != before and end <= now:
        raise BadInput(
            "“valid_until” is over: choose a later moment, or switch the destination off", "ended"
        )


def in_order(destinations: Sequence[Destination], ids: Sequence[str]) -> tuple[Destination, ...]:
    """``destinations`` as ``ids`` lists them; raises BadInput unless it names each once."""
    known = {one.id: one for one in destinations}
    for name in ids:
        if name not in known:
            raise _other(f"“destinations” names “{name}”, which this live code does not have")
    for name in known:
        if name not in ids:
            raise _other(f"“destinations” leaves out “{name}”: name every destination once")
    if len(ids) > len(known):
        raise BadInput("“destinations” names one of them twice: name every destination once")
    return tuple(known[name] for name in ids)


def _other(message: str) -> BadInput:
    """Whoever decided on an order saw other destinations than there are."""
    return BadInput(message, "other_destinations")
