"""Tokens for calls: fetched when needed, kept in the warm environment until shortly before the end.

A platform gives every environment that asks the same token while it is good, so they need not
share it.
"""

from collections.abc import Callable, Mapping

from hearth.domain.deliveries import Later, Refused, Unclear
from hearth.ports import ApiRequest, ApiResponse, Token, TokenOutbound

TOKEN = "access_token"  # noqa: S105 - a name
"""Under this name it is added to the secrets of the account."""

_EARLY_MS = 300_000
_SHORTEST_MS = 60_000
_MOST = 1000

Call = Callable[[ApiRequest], ApiResponse | Later | Unclear | Refused]


class Tokens:
    """One environment's tokens, by the request that fetches them: another secret is another."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, str]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(
        self, outbound: TokenOutbound, secrets: Mapping[str, str], call: Call, now: int
    ) -> str | Later | Refused:
        """A token that is good at ``now``, or why there is none. Raises Misconfigured."""
        request = outbound.token_request(secrets)
        until, known = self._kept.get(request.url, (0, ""))
        if now < until:
            return known
        found = _answer(outbound, call(request))
        if not isinstance(found, Token):
            return found
        if len(self._kept) >= _MOST:
            self._kept.clear()
        lifetime = max(_SHORTEST_MS, found.seconds * 1000 - _EARLY_MS)
        self._kept[request.url] = (now + lifetime, found.value)
        return found.value

    def forget(self, outbound: TokenOutbound, secrets: Mapping[str, str]) -> None:
        """Fetch a new one next time."""
        self._kept.pop(outbound.token_request(secrets).url, None)


def _answer(
    outbound: TokenOutbound, answer: ApiResponse | Later | Unclear | Refused
) -> Token | Later | Refused:
    if isinstance(answer, ApiResponse):
        return outbound.token(answer)
    if isinstance(answer, Unclear):  # nothing was asked for but a token: it may be asked again
        return Later(_AGAIN_S, answer.reason)
    return answer


_AGAIN_S = 30
