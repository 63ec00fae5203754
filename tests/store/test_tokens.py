"""API tokens: kept as digests, revoked at once."""

import pytest

from hearth.console_ports import TokenStore
from hearth.domain.errors import Conflict, NotFound
from hearth.domain.operators import ApiToken, OperatorRole
from hearth.store.tokens import Tokens
from tests.fakes.tokens import FakeTokens
from tests.support.both import BOTH, either
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def tokens(request: pytest.FixtureRequest) -> TokenStore:
    return either(request, FakeTokens, Tokens, "OPERATORS_TABLE")


@pytest.fixture
def token() -> ApiToken:
    return ApiToken(unique(), "importer", OperatorRole.OPERATOR, "ab" * 32, 5, "ann")


def test_a_token_comes_back_as_kept(tokens: TokenStore, token: ApiToken) -> None:
    tokens.add(token)
    assert tokens.get(token.id) == token
    assert token in tokens.page()[0]


def test_an_id_is_taken_once(tokens: TokenStore, token: ApiToken) -> None:
    tokens.add(token)
    with pytest.raises(Conflict):
        tokens.add(token)


def test_a_revoked_token_is_gone_and_may_be_revoked_again(
    tokens: TokenStore, token: ApiToken
) -> None:
    tokens.add(token)
    tokens.remove(token.id)
    tokens.remove(token.id)
    with pytest.raises(NotFound):
        tokens.get(token.id)
