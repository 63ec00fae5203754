"""API tokens in memory."""

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.operators import ApiToken
from tests.fakes.paging import page


class FakeTokens:
    """The contract of ``store.tokens.Tokens``."""

    def __init__(self) -> None:
        self._kept: dict[str, ApiToken] = {}

    def __contains__(self, token: str) -> bool:
        return token in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, token: ApiToken) -> None:
        if token.id in self._kept:
            raise Conflict("this token exists already or has changed meanwhile")
        self._kept[token.id] = token

    def get(self, token: str) -> ApiToken:
        if token not in self._kept:
            raise NotFound("there is no such token")
        return self._kept[token]

    def remove(self, token: str) -> None:
        self._kept.pop(token, None)

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[ApiToken], str]:
        return page([self._kept[token] for token in sorted(self._kept)], cursor, limit)
