"""What WeChat tells an Official Account becomes events."""

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Event, Fact, Following, Message, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import official
from tests.events.sign import sample
from tests.events.signed.official import PLAIN, SECRETS, plain, signed
from tests.platforms.vectors import VECTORS

WHO = "oTESTFOLLOWER00000000000001"
TALK = "~" + WHO
ID = "60547685900647137"


def said(number: str, text: str = "", *segments: Segment, links: tuple[str, ...] = ()) -> Message:
    return Message(ID + number, WHO, text, links=links, segments=segments)


CARD = Segment(SegmentKind.CARD, "春茶 加入 group.example/tea", "https://tea.example/a?b=1")
PICTURE = Segment(SegmentKind.IMAGE, url="https://pictures.example/p1", media="MEDIA1")
TEA = "https://tea.example/spring"


@pytest.mark.parametrize(
    ("name", "chat", "fact"),
    [
        ("text", TALK, said("01", f"你好 👋 请看 {TEA}", links=(TEA,))),
        ("text_menu", TALK, said("02", "满意")),
        ("image", TALK, said("03", "", PICTURE)),
        ("voice", TALK, said("04", "", Segment(SegmentKind.VOICE, media="MEDIA2"))),
        (
            "voice_recognised",
            TALK,
            said("05", "怎么入群？", Segment(SegmentKind.VOICE, media="MEDIA3")),
        ),
        ("video", TALK, said("06", "", Segment(SegmentKind.VIDEO, media="MEDIA4"))),
        ("shortvideo", TALK, said("07", "", Segment(SegmentKind.VIDEO, media="MEDIA5"))),
        ("location", TALK, said("08", "", Segment(SegmentKind.LOCATION, "茶叶市场"))),
        ("link", TALK, said("09", "", CARD, links=(CARD.url,))),
        ("subscribe", TALK, Following(Change.JOINED, WHO)),
        ("subscribe_scene", TALK, Following(Change.JOINED, WHO, "lc42")),
        ("scan", TALK, Following(Change.JOINED, WHO, "lc42")),
        ("unsubscribe", TALK, Following(Change.LEFT, WHO)),
        ("click", TALK, Other("CLICK")),
        ("view", TALK, Other("VIEW")),
        ("report_location", TALK, Other("LOCATION")),
        ("mass_sent", NO_CHAT, Other("MASSSENDJOBFINISH")),
        ("unknown_event", NO_CHAT, Other("sparkle")),
        ("unknown_message", NO_CHAT, Other("message:hologram")),
    ],
)
def test_the_way_from_callback_to_event(name: str, chat: str, fact: Fact) -> None:
    xml = sample(f"official/{name}.xml")
    for opened in (official.open(signed(xml), SECRETS), official.open(plain(xml), PLAIN)):
        assert opened == xml
        group = GroupRef("official", "main", chat)
        assert official.read("main", opened) == Event(group, 1754400000000, fact, xml)


def test_vector_c1_is_a_message_in_a_talk() -> None:
    event = official.read("main", VECTORS["C1"]["plaintext"].encode())
    who = "oyORnuP8q7ou2gfYjqLzSIWZf0rs"
    assert event.fact == Message("6054768590064713728", who, "abcdteT")
    assert event.group == GroupRef.talk("official", "main", who)
    assert (event.group.person, event.at) == (who, 1409735668000)


def changed(name: str, *replaced: tuple[str, str]) -> bytes:
    xml = sample(f"official/{name}.xml").decode()
    for old, new in replaced:
        assert old in xml
        xml = xml.replace(old, new)
    return xml.encode()


def test_events_of_one_person_in_one_second_stay_different() -> None:
    """They carry no id: sender, second and kind may be the same, what they hold is not."""
    bodies = [sample(f"official/{name}.xml") for name in ("subscribe_scene", "scan", "click")]
    bodies.append(changed("click", ("join", "help")))
    events = [official.read("main", body) for body in bodies]
    assert {(event.group, event.at) for event in events} == {(events[0].group, 1754400000000)}
    assert len({event.key for event in events}) == len(bodies)


def test_a_repeated_callback_has_the_same_key_however_it_is_encrypted() -> None:
    xml = sample("official/click.xml")
    first, second = signed(xml, 1754400001, "n1"), signed(xml, 1754400006, "n2")
    assert first.body != second.body
    opened = [official.open(callback, SECRETS) for callback in (first, second, second)]
    assert len({official.read("main", body).key for body in opened}) == 1


@pytest.mark.parametrize(
    ("name", "key", "via"),
    [
        ("subscribe_scene", "qrscene_123", "123"),
        ("subscribe_scene", "qrscene_qrscene_a", "qrscene_a"),
        ("subscribe_scene", "qrscene_茶", "茶"),
        ("subscribe_scene", "qrscene_", ""),
        ("subscribe_scene", "last_trade_no_4200", ""),
        ("scan", "qrscene_a", "qrscene_a"),
        ("scan", "", ""),
    ],
)
def test_which_code_was_scanned(name: str, key: str, via: str) -> None:
    old = "qrscene_lc42" if name == "subscribe_scene" else "lc42"
    fact = official.read("main", changed(name, (old, key))).fact
    assert fact == Following(Change.JOINED, WHO, via)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"{}", "not XML"),
        (b"<!DOCTYPE xml>" + sample("official/text.xml"), "document type or entities"),
        (changed("text", ("CreateTime", "Time")), "“CreateTime” is missing"),
        (changed("text", ("1754400000", "soon")), "“CreateTime” must be a time in seconds"),
        (changed("text", ("MsgType", "Type")), "“MsgType” is missing"),
        (changed("text", ("MsgId", "Id")), "“MsgId” is missing"),
        (changed("text", ("FromUserName", "From")), "“FromUserName” is missing"),
        (changed("scan", (WHO, "o T")), "“FromUserName” must be 1–128 visible ASCII"),
        (changed("scan", (WHO, "o" * 65)), "“FromUserName” must have at most 64"),
        (changed("scan", ("Event>", "Evt>")), "“Event” is missing"),
    ],
)
def test_what_is_wrong_is_named(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        official.read("main", body)


def test_what_is_kept_by_name_needs_no_follower() -> None:
    for name, told in (("click", "CLICK"), ("unknown_event", "sparkle")):
        event = official.read("main", changed(name, (WHO, "o T")))
        assert (event.group.chat, event.fact) == (NO_CHAT, Other(told))


@pytest.mark.parametrize("size", [0, 1, 20_000])
def test_texts_of_any_length(size: int) -> None:
    words = "群👋" * size
    xml = changed("text_menu", ("满意", words))
    assert official.open(signed(xml), SECRETS) == xml
    assert official.read("main", xml).fact == said("02", words)


def test_a_cdata_section_may_be_split() -> None:
    xml = changed("text_menu", ("满意", "a]]]]><![CDATA[>b"))
    assert official.read("main", xml).fact == said("02", "a]]>b")


def test_a_link_s_words_are_looked_through_for_addresses() -> None:
    xml = changed("link", ("group.example/tea", "https://group.example/tea"))
    fact = official.read("main", xml).fact
    assert isinstance(fact, Message)
    assert fact.links == ("https://tea.example/a?b=1", "https://group.example/tea")
