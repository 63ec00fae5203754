"""A callback is verified before it is read, stored before it is acknowledged."""

import random
from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import (
    HearthError,
    Malformed,
    NotFound,
    Oversized,
    Unavailable,
    Unverified,
)
from hearth.domain.events import Event, Other
from hearth.domain.groups import GroupRef
from hearth.usecases.receive import receive
from tests.fakes.clock import NOW, FakeClock
from tests.fakes.events import FakeEvents
from tests.fakes.secrets import FakeSecrets
from tests.unit.usecases.callbacks import ToyPlatform, signed

CALLBACK = signed()


class Door:
    """A webhook with one account, ``main``."""

    def __init__(self) -> None:
        self.log = FakeEvents()
        self.platform = ToyPlatform()
        self.secrets = FakeSecrets({("onebot", "main"): {"secret": "s3cret"}})

    def take(self, callback: Callback, account: str = "main") -> Reply:
        return receive(
            callback, "onebot", account, self.platform, self.secrets, self.log, FakeClock()
        )


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_genuine_callback_is_stored_and_acknowledged(door: Door) -> None:
    assert door.take(CALLBACK) == Reply(200, "heard")
    (stored,) = door.log.newest(GroupRef("onebot", "main", "12345"))
    assert (stored.body, stored.received) == (CALLBACK.body, NOW)


def test_it_is_verified_before_it_is_read(door: Door) -> None:
    door.take(CALLBACK)
    assert door.platform.asked == ["handshake", "open", "read", "acknowledge"]
    with pytest.raises(Unverified):
        door.take(replace(CALLBACK, headers={"signature": "forged"}))
    assert door.platform.asked[4:] == ["handshake", "open"]


def test_it_is_not_acknowledged_unless_it_is_stored(door: Door) -> None:
    door.log.down = True
    with pytest.raises(Unavailable):
        door.take(CALLBACK)
    door.log.down = False
    door.take(CALLBACK)
    assert len(door.log) == 1


def test_repeated_it_is_one_event_and_acknowledged_every_time(door: Door) -> None:
    assert [door.take(CALLBACK) for _ in range(3)] == [Reply(200, "heard")] * 3
    assert len(door.log) == 1


def test_two_callbacks_of_one_second_are_two_events(door: Door) -> None:
    door.take(signed(at=7))
    door.take(replace(signed(at=7), body=b'{"chat": "12345", "at": 7, "who": "ben"}'))
    assert len(door.log) == 2


def test_a_handshake_is_answered_and_nothing_is_stored(door: Door) -> None:
    greeting = Callback("GET", {"signature": "s3cret"}, {"echo": "hi"}, b"")
    assert door.take(greeting) == Reply(200, "hi")
    assert len(door.log) == 0


@pytest.mark.parametrize(
    ("callback", "account", "error"),
    [
        (signed(secret="forged"), "main", Unverified),
        (replace(CALLBACK, headers={}), "main", Unverified),
        (replace(CALLBACK, method="GET", headers={}), "main", Unverified),
        (CALLBACK, "other", NotFound),
        (replace(CALLBACK, body=b"no json"), "main", Malformed),
        (replace(CALLBACK, body=b"{}"), "main", Malformed),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    door: Door, callback: Callback, account: str, error: type[HearthError]
) -> None:
    with pytest.raises(error):
        door.take(callback, account)
    assert len(door.log) == 0


def test_without_secrets_nothing_is_opened(door: Door) -> None:
    door.secrets.down = True
    with pytest.raises(Unavailable):
        door.take(CALLBACK)
    assert door.platform.asked == [] and len(door.log) == 0


def test_what_does_not_fit_the_table_is_refused_and_leaves_nothing(door: Door) -> None:
    noise = random.Random(1).randbytes(500_000)
    huge = Event(GroupRef("onebot", "main", "1"), 1, Other("test"), noise)
    door.platform.read = lambda account, body: huge
    with pytest.raises(Oversized):
        door.take(CALLBACK)
    assert len(door.log) == 0
