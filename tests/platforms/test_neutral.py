"""Facts in Hearth's own words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed, NotFound
from hearth.domain.events import Change, Membership, Message
from hearth.platforms import neutral
from hearth.platforms.reading import read
from tests.events.sign import sample

MESSAGE = {
    "group": "wecom:corp1:wr:1",
    "at": 1754400000123,
    "kind": "message",
    "id": "m1",
    "member": "u1",
    "text": "看 https://a.example/x",
}
JOINED = {"group": "wecom:corp1:wr1", "at": 1, "kind": "joined", "members": ["u1", "u2"]}


def body(content: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({**content, **changes}).encode()


def test_a_message() -> None:
    event = neutral.read("", body(MESSAGE, name="小明"))
    assert (event.group.id, event.at, event.reader) == (
        "wecom:corp1:wr:1",
        1754400000123,
        "neutral",
    )
    links = ("https://a.example/x",)
    assert event.fact == Message("m1", "u1", "看 https://a.example/x", name="小明", links=links)


def test_links_may_be_told() -> None:
    fact = neutral.read("", body(MESSAGE, links=["x"])).fact
    assert isinstance(fact, Message)
    assert fact.links == ("x",)


@pytest.mark.parametrize("change", Change)
def test_comings_and_goings(change: Change) -> None:
    fact = neutral.read("", body(JOINED, kind=change, via="poster")).fact
    assert fact == Membership(change, ("u1", "u2"), "poster")


def test_who_brought_them_may_be_told() -> None:
    fact = neutral.read("", body(JOINED, via="invite", inviter="u0")).fact
    assert fact == Membership(Change.JOINED, ("u1", "u2"), "invite", inviter="u0")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({**JOINED, "inviter": "a b"}, "“inviter” must be"),
        ({**MESSAGE, "group": "wecom"}, "is not a group"),
        ({**MESSAGE, "group": None}, "“group” is missing"),
        ({**MESSAGE, "at": 1.5}, "“at” must be a whole number"),
        ({**MESSAGE, "at": 10**13}, "“at” must be ms since 1970"),
        ({**MESSAGE, "kind": "dream"}, "“kind” must be message, joined or left"),
        ({**MESSAGE, "id": ""}, "“id” must be"),
        ({**MESSAGE, "member": "a b"}, "“member” must be"),
        ({**MESSAGE, "text": 5}, "“text” must be a string"),
        ({**MESSAGE, "links": "x"}, "“links” must be a list of strings"),
        ({**JOINED, "members": [5]}, "“members” must be a list of strings"),
        ({**JOINED, "members": []}, "“members” must name somebody"),
        ({**JOINED, "members": [""]}, "“members” must be"),
    ],
)
def test_what_is_wrong_is_named(content: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        neutral.read("", json.dumps(content).encode())


@given(
    kind=st.sampled_from(["message", "joined", "left"]),
    field=st.sampled_from([*MESSAGE, *JOINED, "via", "links", "name"]),
    value=st.none()
    | st.integers()
    | st.text(st.characters(exclude_categories=()))
    | st.lists(st.text()),
)
def test_any_value_is_stored_or_refused_in_words(kind: str, field: str, value: object) -> None:
    try:
        event = neutral.read("", body({**JOINED, **MESSAGE, "kind": kind}, **{field: value}))
    except Malformed:
        return
    repr(event.fact).encode()


def test_stored_bodies_are_read_by_whoever_knows_their_form() -> None:
    assert read("neutral", "", body(JOINED)).group.id == "wecom:corp1:wr1"
    assert read("onebot", "qq1", sample("onebot/leave.json")).kind == "membership"
    with pytest.raises(NotFound):
        read("nobody", "", b"")
