"""A community is refused with the field that is wrong."""

from dataclasses import replace

import pytest

from hearth.domain.communities import Community, check_community
from hearth.domain.errors import BadInput

TEA = Community("tea", "Tea lovers", "zh", "Asia/Shanghai", "orders a sample", 1)


@pytest.mark.parametrize(
    "zone", ["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+8"]
)
def test_a_usable_community_is_returned(zone: str) -> None:
    community = replace(TEA, time_zone=zone)
    assert check_community(community) is community


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "Tea"}, "key has 1–40"),
        ({"id": "-"}, "key has 1–40"),
        ({"id": ""}, "key has 1–40"),
        ({"id": "a" * 41}, "key has 1–40"),
        ({"language": "fr"}, "language is one of zh, en"),
        ({"time_zone": "Mars/Olympus"}, "“Mars/Olympus” is not a time zone"),
        ({"time_zone": "../../etc/passwd"}, "not a time zone"),
        ({"time_zone": "/etc/localtime"}, "not a time zone"),
        ({"time_zone": "Asia"}, "not a time zone"),
        ({"time_zone": ""}, "not a time zone"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        check_community(replace(TEA, **change))
