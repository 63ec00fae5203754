"""Sessions cannot be made up, changed or kept for ever."""

import base64
import json

import pytest

from hearth.domain.errors import Unauthenticated
from hearth.runtime.sessions import SESSION_S, Session, Sessions
from tests.fakes.clock import NOW

KEY = "ab" * 32


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(lambda: KEY)


@pytest.fixture
def session(sessions: Sessions) -> Session:
    return sessions.open("ann", 3, "password", NOW)


def test_a_session_comes_back_as_signed(sessions: Sessions, session: Session) -> None:
    assert sessions.read(sessions.sign(session), NOW) == session


def test_two_sessions_of_one_moment_differ(sessions: Sessions, session: Session) -> None:
    other = sessions.open("ann", 3, "password", NOW)
    assert sessions.sign(other) != sessions.sign(session)
    assert sessions.csrf(other) != sessions.csrf(session)


def test_a_session_is_over_after_twelve_hours(sessions: Sessions, session: Session) -> None:
    cookie = sessions.sign(session)
    assert sessions.read(cookie, NOW + SESSION_S * 1000 - 1)
    for moment in (NOW + SESSION_S * 1000, NOW - 1):
        with pytest.raises(Unauthenticated):
            sessions.read(cookie, moment)


def test_a_changed_cookie_is_refused(sessions: Sessions, session: Session) -> None:
    body, _, signature = sessions.sign(session).rpartition(".")
    content = ["root", session.epoch, session.via, session.opened, session.nonce]
    forged = base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")
    made_up = [
        f"{forged}.{signature}",
        f"{forged}.",
        forged,
        f"{body}.",
        "",
        ".",
        "a.b",
        "\ud800.x",
    ]
    for cookie in [*made_up, "x" * 100_000]:
        with pytest.raises(Unauthenticated):
            sessions.read(cookie, NOW)


def test_another_key_voids_cookie_and_csrf_token(sessions: Sessions, session: Session) -> None:
    other = Sessions(lambda: "cd" * 32)
    with pytest.raises(Unauthenticated):
        sessions.read(other.sign(session), NOW)
    assert other.csrf(session) != sessions.csrf(session)


def test_the_key_can_be_changed_while_it_runs(session: Session) -> None:
    keys = [KEY]
    sessions = Sessions(lambda: keys[0])
    cookie = sessions.sign(session)
    keys[0] = "cd" * 32
    with pytest.raises(Unauthenticated):
        sessions.read(cookie, NOW)
