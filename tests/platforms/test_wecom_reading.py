"""WeCom's decrypted messages become events."""

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Fact, Membership, Other
from hearth.domain.groups import NO_CHAT
from hearth.platforms import wecom
from tests.events import sign
from tests.events.sign import WECOM, sample
from tests.platforms.vectors import VECTORS

CHAT = "wrTESTCHAT0001"


def test_vector_d1_is_two_people_who_scanned() -> None:
    event = wecom.read("corp1", VECTORS["D1"]["plaintext"].encode())
    assert event.group.id == f"wecom:corp1:{CHAT}"
    assert event.at == 1700642907000
    members = ("wmTESTMEMBER01", "wmTESTMEMBER02")
    assert event.fact == Membership(Change.JOINED, members, "qr")


@pytest.mark.parametrize(
    ("name", "chat", "fact"),
    [
        ("join_qr", CHAT, Membership(Change.JOINED, ("wmTESTMEMBER01", "wmTESTMEMBER02"), "qr")),
        ("join_invited", CHAT, Membership(Change.JOINED, ("wmTESTMEMBER03",), "invite")),
        ("leave", CHAT, Membership(Change.LEFT, ("wmTESTMEMBER01",))),
        ("join_unnamed", CHAT, Other("change_external_chat:add_member")),
        ("renamed", CHAT, Other("change_external_chat:update:change_name")),
        ("created", CHAT, Other("change_external_chat:create")),
        ("dismissed", CHAT, Other("change_external_chat:dismiss")),
        ("contact_added", NO_CHAT, Other("change_external_contact:add_external_contact")),
        ("unknown_event", NO_CHAT, Other("sparkle:on")),
        ("app_text", NO_CHAT, Other("app:text")),
        ("app_image", NO_CHAT, Other("app:image")),
    ],
)
def test_the_way_from_callback_to_event(name: str, chat: str, fact: Fact) -> None:
    xml = sample(f"wecom/{name}.xml")
    opened = wecom.open(sign.wecom(xml), WECOM)
    assert opened == xml
    event = wecom.read("corp1", opened)
    assert (event.group.chat, event.at, event.fact) == (chat, 1754400000000, fact)


def test_a_repeated_callback_has_the_same_key_however_it_is_encrypted() -> None:
    xml = sample("wecom/join_qr.xml")
    first, second = sign.wecom(xml, 1754400001, "n1"), sign.wecom(xml, 1754400006, "n2")
    assert first.body != second.body
    keys = {wecom.read("c", wecom.open(callback, WECOM)).key for callback in (first, second)}
    assert len(keys) == 1


def changed(old: str, new: str) -> bytes:
    xml = sample("wecom/join_qr.xml").decode()
    assert old in xml
    return xml.replace(old, new).encode()


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"{}", "not XML"),
        (b"<!DOCTYPE xml>" + changed("<xml>", "<xml>"), "document type or entities"),
        (changed("CreateTime", "Time"), "“CreateTime” is missing"),
        (changed("1754400000", "soon"), "“CreateTime” must be a time in seconds"),
        (changed("1754400000", "17544000000"), "“CreateTime” must be a time in seconds"),
        (changed("MsgType", "Type"), "“MsgType” is missing"),
        (changed("ChatId", "Chat"), "“ChatId” is missing"),
        (changed(CHAT, "wr TEST"), "“ChatId” must be 1–128 visible ASCII characters"),
        (changed(CHAT, "w" * 129), "“ChatId” must be 1–128 visible ASCII characters"),
        (changed("wmTESTMEMBER02", ""), "“MemChangeList/Item” must be 1–128"),
        (changed("Event>", "Evt>"), "“Event” is missing"),
    ],
)
def test_what_is_wrong_is_named(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        wecom.read("corp1", body)


def test_only_events_of_groups_tell_of_members() -> None:
    body = changed("change_external_chat", "change_external_contact")
    event = wecom.read("corp1", body)
    assert event.fact == Other("change_external_contact:update:add_member")
    assert event.group.chat == NO_CHAT


@pytest.mark.parametrize(("scene", "via"), [("0", "invite"), ("3", "qr"), ("7", ""), ("", "")])
def test_how_they_came(scene: str, via: str) -> None:
    body = changed("<JoinScene>3", f"<JoinScene>{scene}")
    fact = wecom.read("corp1", body).fact
    assert isinstance(fact, Membership)
    assert fact.via == via


def test_a_cdata_section_may_be_split() -> None:
    body = changed("<![CDATA[wmTESTMEMBER01]]>", "<![CDATA[wm]]]]><![CDATA[>01]]>")
    fact = wecom.read("corp1", body).fact
    assert isinstance(fact, Membership)
    assert fact.members[0] == "wm]]>01"


@pytest.mark.parametrize("size", [0, 1, 20_000])
def test_texts_of_any_length(size: int) -> None:
    xml = sample("wecom/app_text.xml").decode().replace("你好", "群👋" * size).encode()
    assert wecom.open(sign.wecom(xml), WECOM) == xml
    assert wecom.read("corp1", xml).fact == Other("app:text")
