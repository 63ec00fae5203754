"""A picture that an operator sends: what its QR code is, and where it is in use already."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearth.console_ports import CommunityStore, LiveCodeStore
from hearth.domain.errors import BadInput
from hearth.domain.livecodes import Destination, LiveCode
from hearth.domain.payloads import LONGEST_PAYLOAD, Payload, choose, is_payload, same
from hearth.ports import Clock

MOST_CODES = 500
_MOST_DESTINATIONS = 5_000
"""Looked through for one picture; with their pictures they are some 5 MB."""

_PAGE = 50
_MOST_SHOWN = 20

Use = tuple[LiveCode, Destination]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found out about a picture."""

    payload: Payload
    valid_until: int
    """When it ends if it was made just now, ms since 1970; 0 when it does not."""
    uses: tuple[Use, ...]
    """Destinations of the community that lead to the same place."""
    complete: bool
    """Whether all of its live codes were looked through and all uses are told."""


@dataclass(frozen=True, slots=True)
class ReadPictures:
    """Reads pictures for the live codes of a community. Changes nothing."""

    store: LiveCodeStore
    communities: CommunityStore
    codes_on: Callable[[bytes], Sequence[str]]
    """What the QR codes on a picture say; raises BadInput."""
    clock: Clock

    def read(self, community: str, picture: bytes, kind: str, own: Iterable[str]) -> Reading:
        """What the picture's QR code is; ``kind`` is what it is to become, empty for anything.

        ``own`` are the origins of live codes' addresses. Raises NotFound, Oversized, BadInput: no
        code, several, one of another kind, or one that no destination can have.
        """
        self.communities.get(community)
        payload = choose(self.codes_on(picture), kind)
        _require_other(payload.text, own)
        payload.require(kind, "picture")
        if not is_payload(payload.text):
            raise BadInput(
                f"“picture” has a code of more than {LONGEST_PAYLOAD} bytes, or of several lines: "
                "no group's code is like that",
                "unknown",
            )
        uses, complete = self._uses(community, payload.text)
        return Reading(payload, payload.valid_until(self.clock()), uses, complete)

    def _uses(self, community: str, text: str) -> tuple[tuple[Use, ...], bool]:
        cursor, codes, destinations = "", 0, 0
        found: list[Use] = []
        while codes < MOST_CODES and destinations < _MOST_DESTINATIONS:
            page, cursor = self.store.of_community(community, cursor, _PAGE)
            found += [use for code in page for use in _using(code, text)]
            codes += len(page)
            destinations += sum(len(code.destinations) for code in page)
            if not cursor or len(found) >= _MOST_SHOWN:
                break
        return tuple(found[:_MOST_SHOWN]), not cursor and len(found) <= _MOST_SHOWN


def _using(code: LiveCode, text: str) -> Iterator[Use]:
    """None of an archived code: it leads nobody there."""
    used = () if code.archived else code.destinations
    return ((code, one) for one in used if same(one.target, text))


def _require_other(text: str, own: Iterable[str]) -> None:
    if any(text.startswith((f"{origin}/c/", f"{origin}/i/")) for origin in own):
        raise BadInput(
            "“picture” has the code of a live code of yours: use the group's own QR code", "own"
        )
