"""Addresses for people who are invited one by one."""

import pytest

from hearth.domain.errors import BadInput, NotFound
from hearth.domain.invitations import Invitation, read_token
from hearth.domain.livecodes import LiveCode
from hearth.usecases.make_invitations import MakeInvitations
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.vault import FakeVault


@pytest.fixture
def invitations() -> MakeInvitations:
    codes = FakeLiveCodes()
    codes.add(LiveCode("tea1", "tea", "Tea", 0))
    return MakeInvitations(codes, FakeVault())


def test_everybody_gets_an_address_of_his_own(invitations: MakeInvitations) -> None:
    paths = invitations.paths("tea1", ["ann", "ben"], "mail-7")
    key = invitations.keys.visitor_key()
    read = [read_token(key, path.removeprefix("/i/")) for path in paths]
    assert read == [Invitation("tea1", "ann", "mail-7"), Invitation("tea1", "ben", "mail-7")]


def test_nobody_is_invited_to_what_is_not_there(invitations: MakeInvitations) -> None:
    with pytest.raises(NotFound):
        invitations.paths("tea2", ["ann"])


@pytest.mark.parametrize(("person", "channel"), [("a|b", "mail"), ("ann", "a/b")])
def test_what_could_not_be_read_back_is_refused(
    invitations: MakeInvitations, person: str, channel: str
) -> None:
    with pytest.raises(BadInput):
        invitations.paths("tea1", [person], channel)
