"""Notices over REST: listed with their facts, counted, dealt with once."""

import pytest

from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind, notice
from hearth.store.notices import Notices
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique


@pytest.fixture
def book(room: Aws) -> Notices:
    return Notices(room.names["NOTICES_TABLE"])


def _raised(book: Notices, community: str, at: int = 1000) -> Notice:
    facts = {"code": "abcd", "name": "海报", "seats": 200, "shown": "nobody"}
    link = f"/communities/{community}/livecodes/abcd"
    new = notice(NoticeKind.LIVECODE_FULL, community, "livecode:abcd", unique(), facts, at, link)
    book.add(new)
    return new


def test_a_notice_is_listed_counted_and_dealt_with_once(
    operator: Client, viewer: Client, community: str, book: Notices
) -> None:
    old, new = _raised(book, community), _raised(book, community, 2000)
    place = f"/api/communities/{community}/notices"
    listed = viewer.ask("GET", place, state="open").json
    assert [one["id"] for one in listed["items"]] == [new.id, old.id]
    first = listed["items"][0]
    assert first["facts"] == {"code": "abcd", "name": "海报", "seats": 200, "shown": "nobody"}
    assert (first["kind"], first["urgency"], first["is_task"]) == ("livecode-full", "alarm", False)
    assert first["link"] == f"/communities/{community}/livecodes/abcd"
    assert viewer.ask("GET", f"{place}/count").json == {"open": 2}
    assert viewer.ask("POST", f"{place}/{new.id}/done").status == 403
    done = operator.ask("POST", f"{place}/{new.id}/done")
    assert done.status == 200 and done.json["done"] > 0
    assert done.json["by"] == operator.ask("GET", "/api/session").json["name"]
    assert operator.ask("POST", f"{place}/{new.id}/done").status == 409
    assert viewer.ask("GET", f"{place}/count").json == {"open": 1}
    left = viewer.ask("GET", place, state="open").json["items"]
    assert [one["id"] for one in left] == [old.id]
    every = viewer.ask("GET", place, limit="1").json
    assert [one["id"] for one in every["items"]] == [new.id]
    assert viewer.ask("GET", place, cursor=every["next"]).json["items"] == left


def test_what_concerns_everybody_has_a_list_of_its_own(
    operator: Client, community: str, book: Notices
) -> None:
    raised = _raised(book, EVERYWHERE, 4_000_000_000_000)
    found = operator.ask("GET", "/api/notices", state="open", limit="1").json["items"]
    assert [one["id"] for one in found] == [raised.id]
    before = operator.ask("GET", "/api/notices/count").json["open"]
    assert operator.ask("POST", f"/api/notices/{raised.id}/done").json["done"]
    assert operator.ask("GET", "/api/notices/count").json["open"] == before - 1
    assert operator.ask("GET", f"/api/communities/{community}/notices").json["items"] == []


def test_what_is_not_there_is_not_found(operator: Client, community: str) -> None:
    unknown = f"/api/communities/{unique()}/notices"
    assert operator.ask("GET", unknown).status == 404
    assert operator.ask("GET", f"{unknown}/count").status == 404
    assert operator.ask("POST", f"{unknown}/x/done").status == 404
    assert operator.ask("POST", f"/api/communities/{community}/notices/x/done").status == 404
    assert operator.ask("GET", "/api/notices", state="some").status == 422
    assert operator.ask("GET", "/api/notices", cursor="x").status == 422


def test_dealing_with_a_notice_is_in_the_audit(
    owner: Client, operator: Client, community: str, book: Notices
) -> None:
    raised = _raised(book, community)
    operator.ask("POST", f"/api/communities/{community}/notices/{raised.id}/done")
    entries = owner.ask("GET", "/api/audit", limit="100").json["items"]
    (entry,) = [one for one in entries if one["on"] == f"{community}/{raised.id}"]
    assert (entry["what"], entry["after"]["subject"]) == ("notice.finish", "livecode:abcd")
