"""What happens in a workspace of Slack's becomes facts."""

from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Fact, GroupChange, Membership, Other, Reaction, Turn
from hearth.platforms import slack
from tests.events.sign import sample
from tests.platforms.slack_callbacks import body, changed, event


@pytest.mark.parametrize(
    ("name", "at", "fact"),
    [
        (
            "member_joined",
            1754400002000,
            Membership(Change.JOINED, ("U0MEMBER1",), "invite", inviter="U0MEMBER2"),
        ),
        ("member_left", 1754400003000, Membership(Change.LEFT, ("U0MEMBER1",))),
        ("bot_joined", 1754400000000, GroupChange(Turn.ENTERED, by="U0MEMBER2")),
        ("channel_renamed", 1754400005000, GroupChange(Turn.RENAMED, "tea-and-books")),
        ("channel_moved", 1754400006000, GroupChange(Turn.MOVED, "C0GROUP09")),
        ("channel_deleted", 1754400007000, GroupChange(Turn.DISSOLVED, by="U0MEMBER2")),
        ("reaction_added", 1754400004000, Reaction("1754400001.000200", "U0MEMBER1", ("tea",))),
        (
            "reaction_removed",
            1754400004000,
            Reaction("1754400001.000200", "U0MEMBER1", removed=("tea",)),
        ),
        ("app_mention", 1754400001000, Other("app_mention")),
    ],
)
def test_facts_of_a_channel(name: str, at: int, fact: Fact) -> None:
    read = event(name)
    assert (read.group.id, read.at, read.fact) == ("slack:work:C0GROUP01", at, fact)


@pytest.mark.parametrize(
    ("name", "at", "type_"),
    [
        ("app_uninstalled", 1754400001000, "app_uninstalled"),
        ("unknown_event", 1754400001000, "tea_poured"),
        ("rate_limited", 0, "app_rate_limited"),
    ],
)
def test_what_belongs_to_no_channel_is_kept_by_name(name: str, at: int, type_: str) -> None:
    read = event(name)
    assert (read.group.chat, read.at, read.fact) == ("-", at, Other(type_))


def test_who_came_by_himself_was_invited_by_nobody() -> None:
    alone = Membership(Change.JOINED, ("U0MEMBER1",))
    assert changed("member_joined", inviter=None).fact == alone
    assert changed("member_joined", inviter="U0MEMBER1").fact == alone


def test_forms() -> None:
    command = slack.read("work", sample("slack/slash_command.txt"))
    assert (command.group.chat, command.at, command.fact) == ("C0GROUP01", 0, Other("command:/ask"))
    direct = slack.read("work", b"command=%2Fask&channel_id=D0TALK001")
    assert direct.group.chat == "-"
    button = slack.read("work", sample("slack/button.txt"))
    assert (button.group.chat, button.fact) == ("-", Other("interaction:block_actions"))


@pytest.mark.parametrize(
    ("name", "changes", "complaint"),
    [
        ("message_plain", {"type": 7}, "“event.type” must be a string"),
        ("message_plain", {"channel": None}, "“event.channel” is missing"),
        ("message_plain", {"channel": "c 1"}, "“event.channel” must be an id of Slack's"),
        ("message_plain", {"user": ""}, "“event.user” must be an id of Slack's"),
        ("message_plain", {"user": None}, "“event.user” is missing"),
        ("message_plain", {"ts": 1.5}, "“event.ts” must be a string"),
        ("message_plain", {"ts": "1"}, "“event.ts” must be a time such as 1355517523.000005"),
        ("message_plain", {"text": []}, "“event.text” must be a string"),
        ("message_plain", {"files": {}}, "“event.files” must be a list of objects"),
        ("message_plain", {"attachments": ["x"]}, "“event.attachments[0]” must be an object"),
        ("message_edited", {"message": None}, "“event.message” is missing"),
        (
            "message_deleted",
            {"deleted_ts": "x"},
            "“event.deleted_ts” must be a time such as 1355517523.000005",
        ),
        ("member_joined", {"user": None}, "“event.user” is missing"),
        ("channel_renamed", {"channel": "C1"}, "“event.channel” must be an object"),
        ("channel_moved", {"new_channel_id": "-"}, "“event.new_channel_id” must be an id"),
    ],
)
def test_what_is_wrong_is_named(name: str, changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        slack.read("work", body(name, **changes))
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "neither a JSON object nor a form"),
        (b"[]", "neither a JSON object nor a form"),
        (b"\xff\xfe", "neither JSON nor a form"),
        (b"a=1&" * 200, "neither JSON nor a form"),
        (b"payload=%5B%5D", "must be a JSON object"),
        (b"{", "the body is not JSON"),
        (b"{}", "“type” is missing"),
        (b'{"type": "event_callback"}', "“event” is missing"),
        (b'{"type": "event_callback", "event": {}}', "“event.type” is missing"),
    ],
)
def test_bodies_that_are_no_callbacks(raw: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        slack.read("work", raw)
