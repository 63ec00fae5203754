"""Slack's messages become messages, recalls, or something that is kept."""

import pytest

from hearth.domain.events import Message, Other, Recall
from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from tests.platforms.slack_callbacks import changed, event, message, said


def test_a_message_is_read_with_place_time_and_sender() -> None:
    read = event("message_plain")
    assert read.group.id == "slack:work:C0GROUP01"
    assert read.at == 1754400001000
    assert read.fact == Message("1754400001.000200", "U0MEMBER1", "大家好 👋", "小不点")


def test_marks_become_words_and_links() -> None:
    read = message("link")
    assert read.text == "看 免费领取 和 a.example"
    assert read.links == ("https://spam.example/x?a=1&b=2", "http://a.example")


def test_mentions() -> None:
    read = message("mentions")
    assert read.text == "@U0MEMBER2 @channel @readers 到 #tea 来，2 < 3"
    assert read.links == ()
    assert [(one.text, one.who) for one in read.segments] == [
        ("@U0MEMBER2", "U0MEMBER2"),
        ("@channel", EVERYBODY),
        ("@readers", "S0TEAM001"),
    ]
    assert {one.kind for one in read.segments} == {SegmentKind.MENTION}


def test_links_that_slack_does_not_mark_as_such() -> None:
    read = message("code")
    assert read.text == "`https://hidden.example/y` a@b.example 8月5日"
    assert read.links == ("https://date.example/", "https://hidden.example/y")


@pytest.mark.parametrize(
    ("text", "shown", "links"),
    [
        ("", "", ()),
        ("<https://evil.example|https://good.example>", "https://good.example", 2),
        ("<https://a.example/|a.example>", "a.example", ("https://a.example/",)),
        ("<tel:12345|call>", "call", ("tel:12345",)),
        ("&lt;https://a.example&gt;", "<https://a.example>", ("https://a.example",)),
        ("&amp;lt; 1 &lt; 2 <>", "&lt; 1 < 2 <>", ()),
        ("<!here|here> <!everyone> <!unknown^1|x>", "@here @everyone x", ()),
        ("<!date^1^{date}|then> <#C1> <!subteam^S1>", "then #C1 @S1", ()),
        ("<@U1|xiao>", "@xiao", ()),
        ("字" * 20_000, "字" * 20_000, ()),
    ],
)
def test_texts(text: str, shown: str, links: tuple[str, ...] | int) -> None:
    read = said(text)
    assert read.text == shown
    assert (len(read.links) if isinstance(links, int) else read.links) == links


def test_files_are_told_and_lead_away_only_from_elsewhere() -> None:
    read = message("files")
    picture, document = read.segments
    assert (picture.kind, picture.text, picture.media) == (SegmentKind.IMAGE, "茶", "F0PICTURE")
    assert picture.url.startswith("https://files.slack.com/")
    assert document.kind is SegmentKind.FILE
    assert read.links == ("https://docs.example/d/1",)


@pytest.mark.parametrize(
    ("mimetype", "kind"),
    [("audio/mp4", SegmentKind.VOICE), ("video/mp4", SegmentKind.VIDEO), ("", SegmentKind.FILE)],
)
def test_kinds_of_files(mimetype: str, kind: SegmentKind) -> None:
    assert said("", files=[{"mimetype": mimetype}]).segments == (Segment(kind),)


def test_what_is_passed_on_is_said_by_who_passes_it_on() -> None:
    read = message("shared")
    passed_on, card = read.segments
    assert (passed_on.kind, passed_on.text) == (SegmentKind.FORWARD, "加我 https://spam.example/z")
    assert (card.kind, card.text) == (SegmentKind.CARD, "特价 今天 & 明天")
    assert "https://spam.example/z" in read.links
    assert "https://card.example/c" in read.links
    assert read.quoted == ""


def test_threads() -> None:
    assert message("thread").text == "谢谢"
    answer = message("thread_broadcast")
    assert answer.quoted == "见 https://spam.example/y"
    assert answer.links == ()


def test_a_new_wording() -> None:
    read = event("message_edited")
    assert read.at == 1754400009000
    assert read.fact == Message(
        "1754400001.000200",
        "U0MEMBER1",
        "https://spam.example/x",
        links=("https://spam.example/x",),
        edited=True,
    )


@pytest.mark.parametrize("name", ["message_deleted", "message_tombstone"])
def test_messages_taken_back(name: str) -> None:
    read = event(name)
    assert read.group.chat == "C0GROUP01"
    assert read.fact == Recall("1754400001.000200", "U0MEMBER1")


def test_a_message_taken_back_of_which_no_more_is_known() -> None:
    assert changed("message_deleted", previous_message=None).fact == Recall("1754400001.000200")


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("unfurled", "message:message_changed"),
        ("join", "message:channel_join"),
        ("bot", "message:bot"),
        ("app", "message:bot"),
    ],
)
def test_what_is_nobody_s_words_is_kept_in_its_channel(name: str, type_: str) -> None:
    read = event(f"message_{name}")
    assert read.fact == Other(type_)
    assert read.group.chat == "C0GROUP01"


def test_a_talk_is_known_by_its_person() -> None:
    read = event("direct_message")
    assert read.group.person == "U0MEMBER1"
    assert isinstance(read.fact, Message)
    own = changed("direct_message", bot_id="B0TESTS01", user="U0BOT0001")
    assert (own.group.chat, own.fact) == ("-", Other("message:bot"))
    assert changed("direct_message", channel_type=None).group.person == "U0MEMBER1"


def test_a_chat_of_some_people_is_a_group() -> None:
    assert changed(channel="G0SOME001", channel_type="mpim").group.is_group
