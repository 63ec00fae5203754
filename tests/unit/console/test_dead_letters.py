"""Dead letters are shown whatever they are, and come back or go as chosen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from hearth.domain.actions import PostText
from hearth.domain.deadletters import ENGAGE, OUTBOX, RULES, VITALITY, LostPart
from hearth.domain.deliveries import Order, Status
from hearth.domain.errors import Forbidden, NotFound, Unavailable
from hearth.domain.groups import Group, GroupRef
from hearth.platforms.reading import read
from hearth.usecases.dead_letters import DeadLetters
from hearth.usecases.describe_letters import Describer
from hearth.usecases.show_records import Records
from tests.fakes.dead_queue import FakeDeadQueue
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.events import FakeEvents
from tests.fakes.groups import FakeGroups
from tests.fakes.members import FakeMembers
from tests.fakes.verdicts import FakeVerdicts
from tests.unit.console.people import OPERATOR, VIEWER, Office

REF = GroupRef("onebot", "main", "1")
ORDER = Order(REF, PostText("tea at five"), "post:1")
PART = {
    "requestContext": {"condition": "RetryAttemptsExhausted", "approximateInvokeCount": 6},
    "DDBStreamBatchInfo": {
        "shardId": "shard-1",
        "startSequenceNumber": "100",
        "endSequenceNumber": "300",
        "batchSize": 2,
        "streamArn": "arn:aws:dynamodb:eu-central-1:1:table/events/stream/1",
    },
}


@dataclass
class FakeParts:
    """The stream in memory; forgets when told to."""

    keys: list[str] = field(default_factory=list)
    asked: list[LostPart] = field(default_factory=list)
    forgotten: bool = False

    def places(self, part: LostPart) -> Sequence[tuple[GroupRef, str]]:
        self.asked.append(part)
        if self.forgotten:
            raise NotFound("the stream has forgotten these events")
        return [(REF, key) for key in self.keys]


@dataclass
class FakeResender:
    """Notes what was sent again."""

    sent: list[tuple[Order, str]] = field(default_factory=list)
    down: bool = False

    def resend(self, order: Order, nonce: str) -> None:
        if self.down:
            raise Unavailable("queue: EndpointConnectionError")
        self.sent.append((order, nonce))


class Cellar:
    """All queues and what they are about, in memory."""

    def __init__(self) -> None:
        self.office, self.events, self.deliveries = Office(), FakeEvents(), FakeDeliveries()
        self.queues = {name: FakeDeadQueue() for name in (RULES, OUTBOX, ENGAGE, VITALITY)}
        self.parts, self.outbox = FakeParts(), FakeResender()
        self.records = Records(
            self.events,
            FakeVerdicts(),
            FakeMembers(),
            self.deliveries,  # type: ignore[arg-type]
            FakeGroups([Group(REF, "Tea")]),
            read,
            self.office.audit,
            self.office.clock,
        )
        describer = Describer(self.records, self.records.deliveries, self.parts)
        self.letters = DeadLetters(
            self.queues, self.events, describer, self.outbox, self.office.audit
        )

    def event(self, at: int = 5) -> str:
        fact = {"kind": "joined", "members": ["ann"], "at": at}
        return self.records.hand_in(OPERATOR, REF, fact)[0]

    def lose(self, key: str) -> str:
        content = {"group": REF.id, "key": key, "error": "KeyError: 'x'", "at": 7}
        return self.queues[RULES].put(json.dumps(content), since=7)


@pytest.fixture
def cellar() -> Cellar:
    return Cellar()


def test_a_lost_event_is_shown_with_why_and_since_when(cellar: Cellar) -> None:
    key = cellar.event()
    cellar.lose(key)
    seen = cellar.letters.look()
    (letter,) = seen.letters
    assert (letter.what, letter.why, letter.since) == ("event", "KeyError: 'x'", 7)
    assert letter.group == REF.id and letter.replayable
    assert [event.key for event in letter.events] == [key]
    assert seen.waiting == {RULES: 1, OUTBOX: 0, ENGAGE: 0, VITALITY: 0}


def test_looking_leaves_everything_where_it_is(cellar: Cellar) -> None:
    cellar.lose(cellar.event())
    assert cellar.letters.look() == cellar.letters.look()
    assert not cellar.events.replayed and "deadletter.replay" not in cellar.office.log


def test_a_replayed_event_goes_through_the_stream_and_its_letter_is_gone(cellar: Cellar) -> None:
    key = cellar.event()
    chosen, other = cellar.lose(key), cellar.lose(cellar.event(at=6))
    handled = cellar.letters.replay(OPERATOR, RULES, [chosen, chosen, "gone"])
    assert (handled.done, handled.missing, handled.failed) == ([chosen], ["gone"], {})
    assert cellar.events.replayed == [(REF.id, key)]
    assert chosen not in cellar.queues[RULES] and other in cellar.queues[RULES]
    assert [letter.id for letter in cellar.letters.look().letters] == [other]
    assert cellar.office.log.entries[-1].after == {"ids": [chosen]}


def test_a_lost_part_of_the_stream_is_read_back(cellar: Cellar) -> None:
    cellar.parts.keys = [cellar.event(at=1), cellar.event(at=2)]
    ident = cellar.queues[RULES].put(json.dumps(PART))
    (letter,) = cellar.letters.look().letters
    assert (letter.what, letter.why) == ("events", "RetryAttemptsExhausted after 6 attempts")
    assert [event.key for event in letter.events] == cellar.parts.keys
    asked = cellar.parts.asked[0]
    assert (asked.shard, asked.first, asked.last) == ("shard-1", "100", "300")
    cellar.letters.replay(OPERATOR, RULES, [ident])
    assert [key for _, key in cellar.events.replayed] == cellar.parts.keys
    assert not len(cellar.queues[RULES])


def test_a_part_the_stream_has_forgotten_stays_and_says_so(cellar: Cellar) -> None:
    cellar.parts.forgotten = True
    ident = cellar.queues[RULES].put(json.dumps(PART))
    (letter,) = cellar.letters.look().letters
    assert letter.content["note"] == "the stream has forgotten these events"
    handled = cellar.letters.replay(OPERATOR, RULES, [ident])
    assert handled.failed == {ident: "the stream has forgotten these events"}
    assert [one.id for one in cellar.letters.look().letters] == [ident]


def test_only_some_parts_are_read_back_at_once(cellar: Cellar) -> None:
    for _ in range(8):
        cellar.queues[RULES].put(json.dumps(PART))
    assert len(cellar.letters.look().letters) == 8 and len(cellar.parts.asked) == 5


def test_an_order_goes_back_to_the_outbox_each_time_anew(cellar: Cellar) -> None:
    cellar.deliveries.claim(ORDER, 1)
    cellar.deliveries.settle(ORDER, Status.PENDING, "429: retry after 30")
    idents = [cellar.queues[OUTBOX].put(ORDER.to_json()) for _ in range(2)]
    letter = cellar.letters.look().letters[0]
    assert (letter.what, letter.group, letter.content["source"]) == ("order", REF.id, "post:1")
    assert letter.content["detail"] == "429: retry after 30"
    cellar.letters.replay(OPERATOR, OUTBOX, idents)
    (first, one), (second, other) = cellar.outbox.sent
    assert first == second == ORDER and one != other


def test_an_order_that_cannot_be_sent_on_stays(cellar: Cellar) -> None:
    cellar.outbox.down = True
    ident = cellar.queues[OUTBOX].put(ORDER.to_json())
    assert cellar.letters.replay(OPERATOR, OUTBOX, [ident]).failed
    assert [letter.id for letter in cellar.letters.look().letters] == [ident]


@pytest.mark.parametrize("queue", [ENGAGE, VITALITY])
@pytest.mark.parametrize(
    "content",
    [
        {"detail-type": "Scheduled Event"},
        {"requestContext": {"condition": "RetriesExhausted"}, "requestPayload": {}},
    ],
)
def test_a_tick_is_not_replayed_but_discarded(
    cellar: Cellar, queue: str, content: dict[str, object]
) -> None:
    ident = cellar.queues[queue].put(json.dumps(content))
    (letter,) = cellar.letters.look().letters
    assert (letter.what, letter.replayable) == ("tick", False)
    assert "next minute" in cellar.letters.replay(OPERATOR, queue, [ident]).failed[ident]
    assert cellar.letters.discard(OPERATOR, queue, [ident]).done == [ident]
    assert not len(cellar.queues[queue])


@pytest.mark.parametrize(
    ("content", "why", "known"),
    [
        (PART, "RetryAttemptsExhausted after 6 attempts", {"count": 2, "code": ""}),
        (
            {"code": "tea1", "facts": "{", "error": "Malformed: not the facts", "at": 7},
            "Malformed: not the facts",
            {"count": 1, "code": "tea1"},
        ),
    ],
)
def test_scans_that_are_in_no_figures_are_shown_and_not_replayed(
    cellar: Cellar, content: dict[str, object], why: str, known: dict[str, object]
) -> None:
    ident = cellar.queues[VITALITY].put(json.dumps(content))
    (letter,) = cellar.letters.look().letters
    assert (letter.what, letter.why, letter.content) == ("scans", why, known)
    assert not letter.replayable and not cellar.parts.asked
    assert "counted already" in cellar.letters.replay(OPERATOR, VITALITY, [ident]).failed[ident]
    assert cellar.letters.discard(OPERATOR, VITALITY, [ident]).done == [ident]


@pytest.mark.parametrize("queue", [RULES, OUTBOX, VITALITY])
@pytest.mark.parametrize(
    "body",
    ["", "nonsense", "[]", "null", "7", '{"group": 1}', '{"DDBStreamBatchInfo": 1}', "x" * 9999],
)
def test_a_letter_nobody_understands_is_shown_cut_and_can_be_discarded(
    cellar: Cellar, queue: str, body: str
) -> None:
    ident = cellar.queues[queue].put(body)
    (letter,) = cellar.letters.look().letters
    assert letter.what == "unreadable" and len(str(letter.content["body"])) <= 500
    assert ident in cellar.letters.replay(OPERATOR, queue, [ident]).failed
    assert cellar.letters.discard(OPERATOR, queue, [ident]).done == [ident]


def test_a_lost_event_that_is_gone_is_shown_all_the_same(cellar: Cellar) -> None:
    ident = cellar.lose("0000000000005#gone")
    (letter,) = cellar.letters.look().letters
    assert letter.events == () and letter.content["note"] == "there is no such event"
    assert cellar.letters.replay(OPERATOR, RULES, [ident]).failed


def test_viewers_touch_no_letters(cellar: Cellar) -> None:
    ident = cellar.lose(cellar.event())
    for handle in (cellar.letters.replay, cellar.letters.discard):
        with pytest.raises(Forbidden):
            handle(VIEWER, RULES, [ident])
    assert ident in cellar.queues[RULES] and not cellar.events.replayed
