"""Commands given to an application of Discord's become messages."""

import json
from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import Event, Message, Other, Role
from hearth.domain.segments import SegmentKind
from hearth.platforms import discord
from tests.events.sign import sample

ID = str(((1754400001000 - 1420070400000) << 22) + 1)


def event(name: str, **changes: Any) -> Event:
    content = json.loads(sample(f"discord/{name}.json")) | changes
    return discord.read("guild", json.dumps(content).encode())


def command(name: str, **changes: Any) -> Message:
    fact = event(name, **changes).fact
    assert isinstance(fact, Message)
    return fact


def test_a_command_is_read_with_place_time_and_sender() -> None:
    read = event("command")
    assert read.group.id == "discord:guild:200000000000000002"
    assert read.at == 1754400001000
    assert read.fact == Message(
        id=ID,
        member="300000000000000001",
        text="/ask question: 几点开始？ https://spam.example/x times: 2",
        name="茶友",
        role=Role.MEMBER,
        links=("https://spam.example/x",),
    )


def test_commands_within_commands() -> None:
    assert command("command_nested").text == "/faq entry add text: 茶 🍵"


def test_people_roles_and_files() -> None:
    read = command("command_people_files")
    assert (read.role, read.name, read.links) == (Role.ADMIN, "小不点", ())
    person, role, file = read.segments
    assert (person.kind, person.text, person.who) == (
        SegmentKind.MENTION,
        "@book",
        "300000000000000002",
    )
    assert role.text == "@readers"
    assert (file.kind, file.text, file.media) == (
        SegmentKind.IMAGE,
        "tea.png",
        "500000000000000001",
    )


def test_a_command_on_a_message_quotes_it() -> None:
    read = command("command_on_message")
    assert (read.text, read.quoted, read.links) == ("Report", "看 https://spam.example/y", ())


def test_a_command_on_a_person_names_him() -> None:
    assert [one.text for one in command("command_on_person").segments] == ["@book"]


def test_a_talk_is_known_by_its_person_and_some_people_are_a_group() -> None:
    assert event("command_direct").group.person == "300000000000000001"
    some = {"id": "200000000000000003", "type": 3}
    assert event("command_direct", channel=some).group.chat == "200000000000000003"


@pytest.mark.parametrize("rights", [None, 8, "x", "9" * 41])
def test_rights_that_say_nothing(rights: object) -> None:
    member = {"user": {"id": "1"}, "permissions": rights}
    assert command("command", member=member).role is Role.UNKNOWN


@pytest.mark.parametrize(
    ("name", "at", "type_"),
    [
        ("component", 0, "interaction:component"),
        ("autocomplete", 0, "interaction:autocomplete"),
        ("dialog", 0, "interaction:dialog"),
        ("unknown_kind", 0, "interaction:99"),
        ("app_authorized", 1754400001000, "APPLICATION_AUTHORIZED"),
        ("unknown_event", 0, "TEA_POURED"),
    ],
)
def test_all_else_is_kept_by_name(name: str, at: int, type_: str) -> None:
    read = event(name)
    assert (read.group.chat, read.at, read.fact) == ("-", at, Other(type_))


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+14:00", "9999-01-01T00:00:00Z", "x"])
def test_impossible_times(time: str) -> None:
    assert event("app_authorized", event={"type": "X", "timestamp": time}).at == 0


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"type": "2"}, "“type” must be a whole number from 0"),
        ({"id": None}, "“id” is missing"),
        ({"member": None}, "“user” is missing"),
        ({"channel_id": "x"}, "“channel_id” must be a number that identifies something"),
        ({"data": None}, "“data” is missing"),
        ({"data": {}}, "“data.name” is missing"),
        ({"data": {"name": "x", "options": {}}}, "“data.options” must be a list of objects"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        event("command", **changes)
    assert str(caught.value) == complaint
