"""OneBot: what becomes of groups, who asks to come in, what is taken back, parts of messages."""

import pytest

from hearth.domain.events import Fact, GroupChange, JoinRequest, Message, Other, Recall, Turn
from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from hearth.platforms import onebot
from tests.events.sign import sample
from tests.platforms.onebot_reports import report

ADMIN = "12345670"


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("bot_let_in", GroupChange(Turn.ENTERED, by=ADMIN)),
        ("bot_put_out", GroupChange(Turn.EXPELLED, by=ADMIN)),
        ("dissolved", GroupChange(Turn.DISSOLVED, by=ADMIN)),
        ("join_request", JoinRequest("12345683", "f1", text="想加入")),
        ("recall", Recall("-1943863297", "12345678", ADMIN)),
    ],
)
def test_what_else_happens_in_a_group(name: str, fact: Fact) -> None:
    event = onebot.read("qq1", sample(f"onebot/{name}.json"))
    assert (event.group.chat, event.at, event.fact) == ("87654321", 1754400000000, fact)


def test_a_program_that_does_not_know_who_did_it() -> None:
    body = report(post_type="notice", notice_type="group_recall", operator_id=0)
    fact = onebot.read("qq1", body).fact
    assert isinstance(fact, Recall) and fact.by == ""


@pytest.mark.parametrize("sub_type", [5, ["add"], None])
def test_a_notice_of_a_strange_way_is_kept_by_name(sub_type: object) -> None:
    body = report(post_type="notice", notice_type="group_sparkle", sub_type=sub_type)
    assert onebot.read("qq1", body).fact == Other("notice:group_sparkle")


def test_the_parts_of_a_message_are_kept_in_order() -> None:
    fact = onebot.read("qq1", sample("onebot/group_message_many_parts.json")).fact
    assert isinstance(fact, Message)
    assert fact.segments == (
        Segment(SegmentKind.MENTION, "@all", who=EVERYBODY),
        Segment(SegmentKind.MENTION, "@12345679", who="12345679"),
        Segment(SegmentKind.IMAGE, url="https://multimedia.example/a", media="a.png"),
        Segment(SegmentKind.FILE, "价目表.pdf", media="f-1"),
        Segment(SegmentKind.CARD, "茶讯 新茶", "https://tea.example/1"),
        Segment(SegmentKind.FORWARD, media="fwd-1"),
    )


def test_a_card_of_a_group_names_it() -> None:
    fact = onebot.read("qq1", sample("onebot/group_message_contact_card.json")).fact
    assert isinstance(fact, Message)
    assert fact.segments == (Segment(SegmentKind.CONTACT, who="99887766", media="99887766"),)
