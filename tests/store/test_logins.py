"""Login links are spent once; attempts are counted exactly."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from hearth.console_ports import LoginStore
from hearth.domain.errors import NotFound
from hearth.domain.operators import LoginLink
from hearth.store.logins import Logins
from tests.conftest import Aws
from tests.fakes.logins import FakeLogins
from tests.support.both import BOTH, either
from tests.support.unique import unique

NOW = 1_700_000_000


@pytest.fixture(params=BOTH)
def logins(request: pytest.FixtureRequest) -> LoginStore:
    return either(request, FakeLogins, Logins, "OPERATORS_TABLE")


@pytest.fixture
def link() -> LoginLink:
    return LoginLink(unique() * 4, "ann", 2, NOW + 900)


def test_a_link_is_spent_once(logins: LoginStore, link: LoginLink) -> None:
    logins.add_link(link)
    assert logins.consume_link(link.digest, NOW) == link
    with pytest.raises(NotFound):
        logins.consume_link(link.digest, NOW)


def test_a_link_has_an_end_even_before_the_table_forgets_it(
    logins: LoginStore, link: LoginLink
) -> None:
    logins.add_link(link)
    for late in (NOW + 900, NOW + 901):
        with pytest.raises(NotFound):
            logins.consume_link(link.digest, late)
    assert logins.consume_link(link.digest, NOW + 899) == link


def test_a_link_nobody_made(logins: LoginStore) -> None:
    with pytest.raises(NotFound):
        logins.consume_link(unique(), NOW)


def test_attempts_are_counted_up_to_the_limit(logins: LoginStore) -> None:
    what = f"name {unique()}"
    assert [logins.count(what, 3, NOW) for _ in range(5)] == [True, True, True, False, False]
    assert logins.count(f"name {unique()}", 3, NOW)


def test_forgotten_attempts_are_counted_anew(logins: LoginStore) -> None:
    what = f"name {unique()}"
    assert logins.count(what, 1, NOW) and not logins.count(what, 1, NOW)
    logins.forget(what)
    assert logins.count(what, 1, NOW)


def test_of_many_at_once_one_spends_the_link(aws: Aws, link: LoginLink) -> None:
    logins = Logins(aws.names["OPERATORS_TABLE"])
    logins.add_link(link)

    def spend(_: int) -> bool:
        try:
            logins.consume_link(link.digest, NOW)
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(spend, range(16))) == 1


def test_of_many_attempts_at_once_exactly_the_limit_counts(aws: Aws) -> None:
    logins, what = Logins(aws.names["OPERATORS_TABLE"]), f"name {unique()}"
    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(lambda _: logins.count(what, 10, NOW), range(40))) == 10
