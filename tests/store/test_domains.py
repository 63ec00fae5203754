"""The list of domains: one item, never overwritten unseen."""

from collections.abc import Iterator

import pytest

from hearth.console_ports import DomainStore
from hearth.domain.domains import Domain, DomainState, Trouble
from hearth.domain.errors import Conflict
from hearth.store.domains import Domains
from tests.conftest import Aws
from tests.fakes.domains import FakeDomains
from tests.support.both import BOTH, either
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def domains(request: pytest.FixtureRequest) -> Iterator[DomainStore]:
    """Empty afterwards: there is one list for all tests, and live codes' addresses follow it."""
    store: DomainStore = either(request, FakeDomains, Domains, "DOMAINS_TABLE")
    yield store
    store.save(store.load(), ())


def _some() -> tuple[Domain, ...]:
    return (
        Domain(f"{unique()}.example", DomainState.BLOCKED, Trouble.SILENT, 1, 2, 3),
        Domain(f"{unique()}.example"),
    )


def test_the_list_comes_back_as_it_was_saved(domains: DomainStore) -> None:
    some = _some()
    saved = domains.save(domains.load(), some)
    assert domains.load() == saved and saved.domains == some
    emptied = domains.save(saved, ())
    assert domains.load() == emptied and emptied.version == saved.version + 1


def test_a_list_that_has_changed_meanwhile_is_not_overwritten(domains: DomainStore) -> None:
    before, some = domains.load(), _some()
    domains.save(before, some)
    with pytest.raises(Conflict):
        domains.save(before, ())
    assert domains.load().domains == some


def test_to_load_is_one_request(aws: Aws) -> None:
    domains = Domains(aws.names["DOMAINS_TABLE"])
    with aws.proxy.counting() as asked:
        domains.load()
    assert asked == ["DynamoDB.GetItem"]
