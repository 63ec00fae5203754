"""The archive of live codes, over REST and on real tables."""

import pytest

from tests.support.console_room import Client


@pytest.fixture
def codes(operator: Client, community: str) -> list[str]:
    """Live codes with a group each."""
    place = f"/api/communities/{community}/livecodes"
    made = [operator.ask("POST", place, {"name": name}).json["code"] for name in "abc"]
    for code in made:
        link = {"kind": "link", "target": "https://t.me/+a", "capacity": 2}
        assert operator.ask("POST", f"/api/livecodes/{code}/destinations", link).status == 201
    return made


def _listed(client: Client, community: str, **query: str) -> set[str]:
    answer = client.ask("GET", f"/api/communities/{community}/livecodes", **query)
    assert answer.status == 200, answer.body
    return {one["code"] for one in answer.json["items"]}


def test_an_archived_code_is_listed_when_asked_for_and_stays_readable(
    operator: Client, viewer: Client, community: str, codes: list[str]
) -> None:
    place = f"/api/livecodes/{codes[0]}"
    assert viewer.ask("PATCH", place, {"archived": True}).status == 403
    changed = operator.ask("PATCH", place, {"archived": True})
    assert changed.status == 200 and changed.json["archived"] > 0
    assert viewer.ask("GET", place).json == changed.json
    assert viewer.ask("GET", f"{place}/statistics").status == 200
    assert _listed(viewer, community) == set(codes[1:])
    assert _listed(viewer, community, archived="true") == set(codes)
    assert _listed(viewer, community, archived="false") == set(codes[1:])

    link = {"kind": "link", "target": "https://t.me/+b", "capacity": 2}
    for path, body in (("destinations", link), ("refill-links", None)):
        refused = operator.ask("POST", f"{place}/{path}", body)
        assert refused.status == 422 and "take it out of the archive first" in refused.body
        assert refused.json["error"]["reason"] == "archived"
    assert operator.ask("PATCH", place, {"archived": False}).json["archived"] == 0
    assert _listed(operator, community) == set(codes)


@pytest.mark.parametrize("wanted", ["yes", 1, 1_700_000_000_000])
def test_only_yes_and_no_are_understood(operator: Client, codes: list[str], wanted: object) -> None:
    answer = operator.ask("PATCH", f"/api/livecodes/{codes[0]}", {"archived": wanted})
    assert answer.status == 422 and "archived" in answer.body
