"""OneBot reports become events."""

import json
from typing import Any

import pytest

from hearth.domain.events import Change, Membership, Message, Other, Role, RoleChange
from hearth.domain.groups import NO_CHAT
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import onebot
from tests.events.sign import sample
from tests.platforms.onebot_reports import message, report, segments


def test_a_message_is_read_with_place_time_and_sender() -> None:
    body = sample("onebot/group_message_vector_o1.json")
    event = onebot.read("qq1", body)
    assert event.group.id == "onebot:qq1:87654321"
    assert event.at == 1515204254000
    assert event.raw == body
    assert event.fact == Message(
        id="12",
        member="12345678",
        text="@10001000 加我 https://a.example/x",
        name="小不点",
        role=Role.MEMBER,
        links=("https://a.example/x",),
        segments=(Segment(SegmentKind.MENTION, "@10001000", who="10001000"),),
    )


def test_both_message_formats_say_the_same() -> None:
    read = message("cq_string")
    assert read.text == "@10001000 价格[新] & 链接 https://spam.example/z?a=1&b=2领取,免费"
    assert read.links == ("https://spam.example/z?a=1&b=2", "https://card.example/c?x=1,2")


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("plain", ()),
        ("link", ("https://spam.example/x",)),
        ("json_card", ("https://card.example/json?id=7",)),
        ("xml_card", ("https://card.example/xml?a=1&b=2",)),
        ("contact_card", ("contact:group:99887766",)),
    ],
)
def test_links_are_found_wherever_they_hide(name: str, links: tuple[str, ...]) -> None:
    assert message(name).links == links


def test_what_is_quoted_is_not_held_against_the_quoter() -> None:
    read = message("reply")
    assert read.links == ()
    assert read.text == "@12345678 请不要发广告"
    assert read.quoted == "看 https://spam.example/y"


def test_ids_may_be_negative_and_names_are_the_group_s_own() -> None:
    assert message("negative_id").id == "-1943863297"
    assert message("admin_link").name == "管理员"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("owner", Role.OWNER),
        ("admin", Role.ADMIN),
        ("member", Role.MEMBER),
        ("robot", Role.UNKNOWN),
        (None, Role.UNKNOWN),
    ],
)
def test_roles(said: str | None, role: Role) -> None:
    fact = onebot.read("qq1", report(sender={"role": said})).fact
    assert isinstance(fact, Message)
    assert fact.role is role


def test_cards_give_their_words_too() -> None:
    read = segments(
        ("share", {"url": "u", "title": "t", "content": "c"}),
        ("markdown", {"content": " **m** https://m.example "}),
        ("music", {"type": "custom", "url": "https://n.example", "title": "n"}),
        ("json", {"data": '{"prompt":"p"}'}),
        ("json", {"data": "no json, but https:\\/\\/o.example\\/x"}),
        ("json", {"data": "[" * 100_000}),
        ("json", {"data": '["https://\\ud800", {"prompt": 5}, ["https://p.example"]]'}),
        ("image", {"file": "a.jpg", "url": "https://vendor.example/a.jpg"}),
        ("face", None),
        ("at", {"qq": 5}),
    )
    assert read.text == "t c **m** https://m.example np@5"
    assert read.links == (
        "https://m.example",
        "u",
        "https://n.example",
        "https://o.example/x",
        "https://�",
        "https://p.example",
    )


@pytest.mark.parametrize(
    ("name", "membership"),
    [
        ("join_invited", Membership(Change.JOINED, ("12345681",), "invite", inviter="12345670")),
        ("join_approved", Membership(Change.JOINED, ("12345682",), "approve")),
        ("leave", Membership(Change.LEFT, ("12345681",))),
        ("kicked", Membership(Change.LEFT, ("12345682",))),
    ],
)
def test_comings_and_goings(name: str, membership: Membership) -> None:
    event = onebot.read("qq1", sample(f"onebot/{name}.json"))
    assert event.fact == membership
    assert event.group.chat == "87654321"


@pytest.mark.parametrize("operator", [None, 0, "0", "x", [], 12345681])
def test_a_join_counts_though_nobody_is_named_who_invited(operator: Any) -> None:
    content = json.loads(sample("onebot/join_invited.json"))
    body = json.dumps({**content, "operator_id": operator}).encode()
    joined = Membership(Change.JOINED, ("12345681",), "invite")
    assert onebot.read("qq1", body).fact == joined


@pytest.mark.parametrize(
    ("name", "role"), [("admin_set", Role.ADMIN), ("admin_unset", Role.MEMBER)]
)
def test_administrators_come_and_go(name: str, role: Role) -> None:
    event = onebot.read("qq1", sample(f"onebot/{name}.json"))
    assert event.fact == RoleChange("12345681", role)
    assert event.group.chat == "87654321"


@pytest.mark.parametrize("post_type", ["notice", "request"])
def test_what_is_no_known_change_of_administrators_is_kept_by_name(post_type: str) -> None:
    kind = {f"{post_type}_type": "group_admin", "sub_type": "set"}
    if post_type == "notice":
        kind["sub_type"] = "ask"
    fact = onebot.read("qq1", report(post_type=post_type, **kind)).fact
    assert fact == Other(f"{post_type}:group_admin")


@pytest.mark.parametrize(
    ("name", "chat", "kind"),
    [
        ("private_message", NO_CHAT, "message:private"),
        ("heartbeat", NO_CHAT, "meta_event:heartbeat"),
        ("invited_request", "87654321", "request:group"),
        ("unknown_notice", "87654321", "notice:group_sparkle"),
        ("group_message_own", "87654321", "message:own"),
    ],
)
def test_other_facts_are_kept_by_name(name: str, chat: str, kind: str) -> None:
    event = onebot.read("qq1", sample(f"onebot/{name}.json"))
    assert event.fact == Other(kind)
    assert event.group.chat == chat


def test_a_private_message_from_a_group_is_no_group_s() -> None:
    event = onebot.read("qq1", report(message_type="private"))
    assert (event.fact, event.group.chat) == (Other("message:private"), NO_CHAT)


def test_the_platform_s_own_tips_are_nobody_s_words() -> None:
    assert onebot.read("qq1", report(sub_type="notice")).fact == Other("message:tip")


def test_unknown_kinds_of_reports_are_kept() -> None:
    assert onebot.read("qq1", b'{"time":1,"post_type":"dream"}').fact == Other("dream")


@pytest.mark.parametrize("place", [None, 0, "0", "", "a-guild", {}, [5], True, 2**63])
def test_an_unknown_kind_that_names_no_group_is_kept_without_one(place: object) -> None:
    event = onebot.read("qq1", report(post_type="notice", notice_type="dream", group_id=place))
    assert (event.fact, event.group.chat) == (Other("notice:dream"), NO_CHAT)
