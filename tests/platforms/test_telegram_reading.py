"""Telegram updates become events."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Change, Membership, Message, Other, Role
from hearth.domain.groups import NO_CHAT
from hearth.platforms import telegram
from tests.events import sign
from tests.events.sign import sample

GROUP = "-1001234567890"


def message(name: str) -> Message:
    fact = telegram.read("tg1", sample(f"telegram/{name}.json")).fact
    assert isinstance(fact, Message)
    return fact


def update(**changes: Any) -> bytes:
    content = json.loads(sample("telegram/group_message_plain.json"))
    return json.dumps({**content, "message": {**content["message"], **changes}}).encode()


def member_update(old: dict[str, Any], new: dict[str, Any], **more: Any) -> bytes:
    content = json.loads(sample("telegram/join_added.json"))
    user = content["chat_member"]["new_chat_member"]["user"]
    states = {"old_chat_member": {"user": user, **old}, "new_chat_member": {"user": user, **new}}
    return json.dumps(
        {"update_id": 1, "chat_member": {**content["chat_member"], **states, **more}}
    ).encode()


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


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


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
    ("name", "membership"),
    [
        ("join_by_named_link", Membership(Change.JOINED, ("1111111",), "lc_42", ("小 明",))),
        ("join_added", Membership(Change.JOINED, ("1111111",), "invite", ("小 明",))),
        ("leave", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        ("kicked", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        (
            "join_added_service_message",
            Membership(Change.JOINED, ("1111111", "2222222"), "invite", ("小 明", "Ada")),
        ),
        ("join_by_link_service_message", Membership(Change.JOINED, ("1111111",), "", ("小 明",))),
        ("leave_service_message", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
    ],
)
def test_comings_and_goings(name: str, membership: Membership) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert event.fact == membership
    assert event.group.chat == GROUP


OUT = ({"status": "left"}, {"status": "kicked"}, {"status": "restricted", "is_member": False})
IN = (
    {"status": "member"},
    {"status": "administrator"},
    {"status": "creator"},
    {"status": "restricted", "is_member": True},
)


@pytest.mark.parametrize("old", [*OUT, *IN])
@pytest.mark.parametrize("new", [*OUT, *IN])
def test_every_transition(old: dict[str, Any], new: dict[str, Any]) -> None:
    fact = telegram.read("tg1", member_update(old, new)).fact
    if old in OUT and new in IN:
        assert isinstance(fact, Membership)
        assert fact.change is Change.JOINED
    elif old in IN and new in OUT:
        assert isinstance(fact, Membership)
        assert fact.change is Change.LEFT
    else:
        assert fact == Other("chat_member")


def test_a_link_without_a_name_tells_nothing() -> None:
    body = member_update(OUT[0], IN[0], invite_link={"invite_link": "https://t.me/+x"})
    assert telegram.read("tg1", body).fact == Membership(
        Change.JOINED, ("1111111",), "", ("小 明",)
    )


@pytest.mark.parametrize(
    ("name", "chat", "at", "kind"),
    [
        ("private_message", NO_CHAT, 1754400000000, "message:private"),
        ("migrated_service_message", "-123456", 1754400000000, "message:migrate_to_chat_id"),
        ("pinned_service_message", GROUP, 1754400000000, "message:pinned_message"),
        ("restricted", GROUP, 1754400000000, "chat_member"),
        ("promoted", GROUP, 1754400000000, "chat_member"),
        ("bot_promoted", GROUP, 1754400000000, "my_chat_member"),
        ("unknown_kind", GROUP, 1754400000000, "group_sparkle"),
        ("poll_answer", NO_CHAT, 0, "poll_answer"),
    ],
)
def test_other_facts_are_kept_by_name(name: str, chat: str, at: int, kind: str) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert (event.fact, event.group.chat, event.at) == (Other(kind), chat, at)


@pytest.mark.parametrize("value", [5, "x", [], {"chat": 1, "date": "x"}, {"chat": {"type": []}}])
def test_unknown_kinds_may_be_anything(value: object) -> None:
    event = telegram.read("tg1", json.dumps({"update_id": 1, "dream": value}).encode())
    assert (event.fact, event.group.chat, event.at) == (Other("dream"), NO_CHAT, 0)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"date": None}, "“message.date” is missing"),
        ({"chat": None}, "“message.chat” is missing"),
        ({"chat": {"id": 1}}, "“message.chat.type” is missing"),
        ({"chat": {"type": "group"}}, "“message.chat.id” is missing"),
        ({"message_id": "1"}, "“message.message_id” must be a whole number"),
        ({"from": None}, "“message.from” is missing"),
        ({"from": {"id": None}}, "“message.from.id” is missing"),
        ({"text": 5}, "“message.text” must be a string"),
        ({"entities": {}}, "“message.entities” must be a list of objects"),
        ({"entities": [{"type": "url"}]}, "“message.entities[0].offset” is missing"),
        (
            {"entities": [{"type": "url", "offset": -1, "length": 1}]},
            "“message.entities[0].offset” must be a whole number from 0",
        ),
        ({"entities": [{"type": "text_link"}]}, "“message.entities[0].url” is missing"),
        ({"reply_to_message": []}, "“message.reply_to_message” must be an object"),
        (
            {"reply_markup": {"inline_keyboard": [5]}},
            "“message.reply_markup.inline_keyboard.row” must be a list of objects",
        ),
        ({"new_chat_members": [{}]}, "“message.new_chat_members[0].id” is missing"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        telegram.read("tg1", update(**changes))
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"{}", "“update_id” is missing"),
        (b'{"update_id":-1}', "“update_id” must be"),
        (b'{"update_id":1}', "nothing but “update_id”"),
        (b'{"update_id":1,"message":null}', "“message” is missing"),
        (b'{"update_id":1,"message":[]}', "“message” must be an object"),
        (b"nonsense", "not JSON"),
    ],
)
def test_updates_that_are_none(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        telegram.read("tg1", body)


def test_an_empty_list_of_new_members_is_no_coming() -> None:
    assert telegram.read("tg1", update(new_chat_members=[])).fact == Other(
        "message:new_chat_members"
    )


BODY = sample("telegram/group_message_link.json")


def test_the_secret_header_opens() -> None:
    callback = sign.telegram(BODY)
    assert telegram.handshake(callback, sign.TELEGRAM) is None
    assert telegram.open(callback, sign.TELEGRAM) == BODY


@pytest.mark.parametrize("secret", ["", "another", "a-secret-token-of-test", "é", "\udcff"])
def test_another_secret_is_refused(secret: str) -> None:
    with pytest.raises(Unverified, match="does not match"):
        telegram.open(sign.telegram(BODY, secret), sign.TELEGRAM)


@pytest.mark.parametrize("secrets", [{}, {"secret_token": ""}])
def test_an_account_without_a_secret_refuses_everything(secrets: dict[str, str]) -> None:
    with pytest.raises(Unverified, match="no “secret_token”"):
        telegram.open(sign.telegram(BODY, ""), secrets)
