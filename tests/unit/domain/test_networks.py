"""One client is one address, or one block of IPv6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.networks import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("somewhere", "unknown"),
    ],
)
def test_a_client_is_known_by_its_network(address: str, network: str) -> None:
    assert network_of(address) == network


@given(st.ip_addresses(v=6), st.integers(0, 2**64 - 1))
def test_whoever_has_a_block_cannot_seem_to_be_many(address: object, other: int) -> None:
    low = int(address) >> 64 << 64 | other  # type: ignore[call-overload]
    neighbour = ":".join(f"{low:032x}"[at : at + 4] for at in range(0, 32, 4))
    assert network_of(neighbour) == network_of(str(address))
