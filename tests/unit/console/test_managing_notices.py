"""Notices, as operators deal with them."""

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import Conflict, Forbidden, NotFound
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind, notice
from hearth.usecases.manage_notices import ManageNotices
from tests.fakes.communities import FakeCommunities
from tests.fakes.notices import FakeNotices
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = Community("tea", "茶友会", "zh", "Asia/Shanghai", "", 1)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def notices(office: Office) -> ManageNotices:
    return ManageNotices(FakeNotices(), FakeCommunities([TEA]), office.audit, office.clock)


def _raised(notices: ManageNotices, community: str = "tea", occasion: str = "1") -> Notice:
    facts = {"code": "abcd", "name": "x", "seats": 2, "shown": "nobody"}
    kind, subject = NoticeKind.LIVECODE_FULL, "livecode:abcd"
    new = notice(kind, community, subject, occasion, facts, int(occasion), "/x")
    assert isinstance(notices.store, FakeNotices)
    notices.store.add(new)
    return new


def test_an_operator_deals_with_a_notice_and_it_is_written_down(
    office: Office, notices: ManageNotices
) -> None:
    raised = _raised(notices)
    done = notices.finish(OPERATOR, "tea", raised.id)
    assert (done.done, done.by) == (office.clock(), OPERATOR.name)
    (entry,) = office.log.entries
    assert (entry.what, entry.on) == ("notice.finish", f"tea/{raised.id}")
    assert entry.after == {"kind": "livecode-full", "subject": "livecode:abcd"}
    with pytest.raises(Conflict):
        notices.finish(OPERATOR, "tea", raised.id)


def test_open_ones_are_listed_and_counted(notices: ManageNotices) -> None:
    first, second = _raised(notices), _raised(notices, occasion="2")
    notices.finish(OPERATOR, "tea", second.id)
    assert notices.of_community("tea", True, "", 50) == ([first], "")
    assert [one.id for one in notices.of_community("tea", False, "", 50)[0]] == [
        second.id,
        first.id,
    ]
    assert notices.count_open("tea") == 1


def test_the_whole_installation_has_notices_of_its_own(notices: ManageNotices) -> None:
    raised = _raised(notices, EVERYWHERE)
    assert notices.of_community(EVERYWHERE, True, "", 50) == ([raised], "")
    assert notices.count_open("tea") == 0
    assert notices.finish(OPERATOR, EVERYWHERE, raised.id).done


def test_unknown_communities_and_notices_are_not_found(notices: ManageNotices) -> None:
    raised = _raised(notices)
    for attempt in (
        lambda: notices.of_community("coffee", True, "", 50),
        lambda: notices.count_open("coffee"),
        lambda: notices.finish(OPERATOR, "coffee", raised.id),
        lambda: notices.finish(OPERATOR, "tea", "x"),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_viewers_read_and_deal_with_nothing(office: Office, notices: ManageNotices) -> None:
    raised = _raised(notices)
    with pytest.raises(Forbidden):
        notices.finish(VIEWER, "tea", raised.id)
    assert len(office.log) == 0 and notices.count_open("tea") == 1
