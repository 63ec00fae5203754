"""The order in which destinations are filled, over REST."""

import pytest

from tests.support.console_room import Client


@pytest.fixture
def place(operator: Client, community: str) -> str:
    """Where a live code with three destinations is."""
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "Tea"})
    place = f"/api/livecodes/{made.json['code']}"
    for name in "abc":
        link = {"kind": "link", "target": f"https://t.me/+{name}", "capacity": 2}
        assert operator.ask("POST", f"{place}/destinations", link).status == 201
    return place


def _ids(client: Client, place: str) -> list[str]:
    return [one["id"] for one in client.ask("GET", place).json["destinations"]]


def test_destinations_are_filled_in_the_order_that_was_sent(operator: Client, place: str) -> None:
    a, b, c = _ids(operator, place)
    answer = operator.ask("PATCH", place, {"destinations": [c, a, b]})
    assert answer.status == 200, answer.body
    assert [one["id"] for one in answer.json["destinations"]] == [c, a, b] == _ids(operator, place)


def test_an_order_that_is_not_of_all_is_refused_by_name(
    operator: Client, viewer: Client, place: str
) -> None:
    a, b, c = _ids(operator, place)
    for wanted in ([a, b], [a, b, c, "x"], [a, b, c, c], [], ["x" * 33], a, [1, 2, 3], ["x"] * 101):
        answer = operator.ask("PATCH", place, {"destinations": wanted})
        assert answer.status == 422 and "destinations" in answer.body, (wanted, answer.body)
    assert viewer.ask("PATCH", place, {"destinations": [c, b, a]}).status == 403
    assert _ids(operator, place) == [a, b, c]
