"""Revoked refill links: what the table and its fake promise alike."""

import pytest

from hearth.store.refills import Revocations
from hearth.usecases.refill_links import Revocations as Port
from tests.conftest import Aws
from tests.fakes.refills import FakeRevocations
from tests.support.both import BOTH
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def revocations(request: pytest.FixtureRequest) -> Port:
    if request.param == "memory":
        return FakeRevocations()
    aws: Aws = request.getfixturevalue("aws")
    return Revocations(aws.names["OPERATORS_TABLE"])


def test_the_last_revocation_of_a_code_counts_and_no_others(revocations: Port) -> None:
    code, other = unique(), unique()
    assert revocations.revoked(code) == 0
    revocations.revoke(code, 1_763_816_400_123, 1_764_421_200)
    revocations.revoke(code, 1_763_816_400_456, 1_764_421_200)
    assert revocations.revoked(code) == 1_763_816_400_456
    assert revocations.revoked(other) == 0
