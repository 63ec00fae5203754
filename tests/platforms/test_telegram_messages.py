"""Telegram's messages become events."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.events import Message, Other, Role
from hearth.domain.groups import NO_CHAT
from hearth.platforms import telegram
from tests.events.sign import sample
from tests.platforms.telegram_updates import GROUP, message, units, update


def test_a_message_is_read_with_place_time_and_sender() -> None:
    body = sample("telegram/group_message_link.json")
    event = telegram.read("tg1", body)
    assert event.group.id == f"telegram:tg1:{GROUP}"
    assert event.at == 1754400000000
    assert event.raw == body
    assert event.fact == Message(
        id="1365",
        member="1111111",
        text="加我 https://a.example/x",
        name="小 明",
        links=("https://a.example/x",),
    )


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("group_message_plain", ()),
        ("group_message_emoji_text_link", ("https://hidden.example/?a=1", "spam.example/😀")),
        ("group_message_caption", ("https://photo.example/p",)),
        ("group_message_contact_card", ("tel:+8613800000000",)),
        ("group_message_buttons", ("https://button.example/b",)),
        ("edited_message_link", ("https://edited.example/x",)),
    ],
)
def test_links_are_found_wherever_they_hide(name: str, links: tuple[str, ...]) -> None:
    assert message(name).links == links


def test_an_address_that_telegram_does_not_mark_is_a_link_all_the_same() -> None:
    entities = [
        {"type": "code", "offset": 0, "length": 22},
        {"type": "bold", "offset": 0, "length": 1},
    ]
    fact = telegram.read("tg1", update(text="https://code.example/x", entities=entities)).fact
    assert isinstance(fact, Message)
    assert fact.links == ("https://code.example/x",)


def test_places_outside_the_text_and_inside_an_emoji_do_no_harm() -> None:
    places = [(0, 1), (1, 1), (5, 5), (2**62, 2**62)]
    entities = [{"type": "url", "offset": start, "length": size} for start, size in places]
    fact = telegram.read("tg1", update(text="😀", entities=entities)).fact
    assert isinstance(fact, Message)
    assert fact.links == ("�",)


@given(before=st.text(), marked=st.text(min_size=1), after=st.text())
def test_places_count_utf16_units(before: str, marked: str, after: str) -> None:
    entity = {"type": "url", "offset": units(before), "length": units(marked)}
    fact = telegram.read("tg1", update(text=before + marked + after, entities=[entity])).fact
    assert isinstance(fact, Message)
    assert fact.links[0] == marked


def test_an_edit_has_its_own_time_and_the_same_message() -> None:
    event = telegram.read("tg1", sample("telegram/edited_message_link.json"))
    assert event.at == 1754400060000
    assert message("edited_message_link").id == message("group_message_plain").id


def test_what_is_quoted_is_not_held_against_the_quoter() -> None:
    reply = message("group_message_reply")
    assert (reply.text, reply.links) == ("请不要发广告", ())
    assert reply.quoted == "加我 https://a.example/x"
    assert message("group_message_quote").quoted == "加我"


def test_an_anonymous_administrator_is_staff_and_a_channel_is_not() -> None:
    admin = message("group_message_anonymous_admin")
    assert (admin.member, admin.role) == (GROUP, Role.ADMIN)
    channel = message("group_message_channel_sender")
    assert (channel.member, channel.name, channel.role) == (
        "-1009999999999",
        "广告台",
        Role.UNKNOWN,
    )


def test_the_linked_channel_is_staff() -> None:
    body = update(sender_chat={"id": -1005, "title": "c"}, is_automatic_forward=True)
    fact = telegram.read("tg1", body).fact
    assert isinstance(fact, Message)
    assert fact.role is Role.ADMIN


@pytest.mark.parametrize(
    ("name", "chat", "at", "kind"),
    [
        ("private_message", NO_CHAT, 1754400000000, "message:private"),
        ("pinned_service_message", GROUP, 1754400000000, "message:pinned_message"),
        ("bot_promoted", GROUP, 1754400000000, "my_chat_member"),
        ("unknown_kind", GROUP, 1754400000000, "group_sparkle"),
        ("poll_answer", NO_CHAT, 0, "poll_answer"),
    ],
)
def test_other_facts_are_kept_by_name(name: str, chat: str, at: int, kind: str) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert (event.fact, event.group.chat, event.at) == (Other(kind), chat, at)
