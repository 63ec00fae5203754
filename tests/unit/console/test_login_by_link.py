"""One-time links and API tokens."""

from dataclasses import replace

import pytest

from hearth.domain.errors import TooManyAttempts, Unauthenticated
from hearth.domain.operators import OperatorRole
from hearth.usecases.login import LINK_S
from hearth.usecases.manage_tokens import ManageTokens
from hearth.usecases.throttle import ATTEMPTS_PER_ADDRESS
from tests.unit.console.people import HOME, OWNER, Office


@pytest.fixture
def office() -> Office:
    made = Office()
    made.hire(OWNER)
    return made


def test_a_link_lets_in_once_and_only_its_digest_is_kept(office: Office) -> None:
    token = office.login.make_link(office.operators.get("ann"))
    assert token not in office.logins and len(office.logins) == 1
    assert office.login.by_link(token, HOME).name == "ann"
    with pytest.raises(Unauthenticated, match="used already"):
        office.login.by_link(token, HOME)
    assert [entry.actor.via for entry in office.log.entries] == ["link"]


def test_a_link_ends_after_a_quarter_of_an_hour(office: Office) -> None:
    token = office.login.make_link(office.operators.get("ann"))
    office.clock.pass_by(LINK_S * 1000)
    with pytest.raises(Unauthenticated):
        office.login.by_link(token, HOME)


@pytest.mark.parametrize("meanwhile", [{"epoch": 1}, {"disabled": True}])
def test_a_link_is_void_once_the_operator_has_changed(
    office: Office, meanwhile: dict[str, object]
) -> None:
    ann = office.operators.get("ann")
    token = office.login.make_link(ann)
    office.operators.change(ann, replace(ann, **meanwhile))  # type: ignore[arg-type]
    with pytest.raises(Unauthenticated):
        office.login.by_link(token, HOME)


def test_links_are_guessed_at_only_so_often(office: Office) -> None:
    for number in range(ATTEMPTS_PER_ADDRESS):
        with pytest.raises(Unauthenticated):
            office.login.by_link(f"guess {number}", HOME)
    with pytest.raises(TooManyAttempts):
        office.login.by_link("\ud800", HOME)


def test_a_token_acts_in_its_own_name_and_role(office: Office) -> None:
    tokens = ManageTokens(office.tokens, office.audit, office.clock)
    known, secret = tokens.create(OWNER, "importer", OperatorRole.OPERATOR)
    actor = office.login.by_token(secret, HOME)
    assert (actor.name, actor.role, actor.via) == ("importer", OperatorRole.OPERATOR, "token")
    assert secret.rpartition("_")[2] not in repr(office.tokens.get(known.id))
    tokens.remove(OWNER, known.id)
    with pytest.raises(Unauthenticated):
        office.login.by_token(secret, HOME)


def test_made_up_tokens_are_refused(office: Office) -> None:
    tokens = ManageTokens(office.tokens, office.audit, office.clock)
    known, secret = tokens.create(OWNER, "importer", OperatorRole.OWNER)
    wrong = [
        "",
        "hearth_",
        f"hearth_{known.id}_",
        f"hearth_{known.id}_x",
        secret[:-1],
        f"{secret}a",
    ]
    for text in [*wrong, known.digest, f"hearth_{known.id}_{known.digest}", "\ud800", "é_é"]:
        with pytest.raises(Unauthenticated):
            office.login.by_token(text, HOME)
