"""Operators and tokens: for owners, who cannot lock themselves out."""

from dataclasses import replace

import pytest

from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound, Unauthenticated
from hearth.domain.operators import Actor, OperatorRole
from hearth.usecases.manage_operators import ManageOperators
from hearth.usecases.manage_tokens import ManageTokens
from tests.unit.console.people import HOME, OPERATOR, OWNER, VIEWER, Office


@pytest.fixture
def office() -> Office:
    made = Office()
    made.hire(OWNER)
    return made


@pytest.fixture
def operators(office: Office) -> ManageOperators:
    return ManageOperators(office.operators, office.login, office.audit, office.clock)


def test_a_new_operator_gets_a_way_in(office: Office, operators: ManageOperators) -> None:
    made, token = operators.create(OWNER, "Ben", OperatorRole.VIEWER)
    assert made == office.operators.get("ben") == office.login.by_link(token, HOME)
    assert token not in repr(office.log.entries)
    with pytest.raises(Conflict):
        operators.create(OWNER, "BEN", OperatorRole.OWNER)
    assert office.operators.get("ben").role is OperatorRole.VIEWER


def test_an_impossible_name_enters_nobody(office: Office, operators: ManageOperators) -> None:
    with pytest.raises(BadInput):
        operators.create(OWNER, "../ann", OperatorRole.OWNER)
    assert len(office.operators) == 1 and not office.log.entries


def test_shutting_out_ends_sessions_and_links(office: Office, operators: ManageOperators) -> None:
    made, token = operators.create(OWNER, "ben", OperatorRole.OPERATOR)
    operators.change(OWNER, "ben", None, disabled=True)
    with pytest.raises(Unauthenticated):
        office.login.current("ben", made.epoch)
    with pytest.raises(Unauthenticated):
        office.login.by_link(token, HOME)
    with pytest.raises(Conflict, match="shut out"):
        operators.new_link(OWNER, "ben")
    back = operators.change(OWNER, "ben", None, disabled=False)
    with pytest.raises(Unauthenticated):
        office.login.current("ben", made.epoch)
    assert office.login.current("ben", back.epoch).role is OperatorRole.OPERATOR


def test_another_role_counts_from_the_next_request_on(
    office: Office, operators: ManageOperators
) -> None:
    operators.create(OWNER, "ben", OperatorRole.OPERATOR)
    changed = operators.change(OWNER, "ben", OperatorRole.VIEWER, None)
    assert (changed.role, changed.disabled) == (OperatorRole.VIEWER, False)
    assert office.log.entries[-1].before == {"role": "operator", "disabled": False}
    assert office.log.entries[-1].after == {"role": "viewer", "disabled": False}


def test_an_owner_always_remains(office: Office, operators: ManageOperators) -> None:
    for role, disabled in ((OperatorRole.VIEWER, None), (None, True)):
        with pytest.raises(Conflict, match="yourself"):
            operators.change(OWNER, "Ann", role, disabled)
    assert office.operators.get("ann").role is OperatorRole.OWNER


def test_a_token_that_bears_a_persons_name_is_not_that_person(
    operators: ManageOperators,
) -> None:
    machine = replace(OWNER, via="token")
    assert operators.change(machine, "ann", OperatorRole.VIEWER, None)


def test_inviting_enters_once_and_makes_a_link_each_time(
    office: Office, operators: ManageOperators
) -> None:
    first = operators.invite(OWNER, "ben", OperatorRole.VIEWER)
    second = operators.invite(OWNER, "ben", OperatorRole.OWNER)
    assert office.login.by_link(second, HOME).role is OperatorRole.VIEWER
    assert office.login.by_link(first, HOME).name == "ben"


@pytest.mark.parametrize("actor", [OPERATOR, VIEWER])
def test_only_owners_manage_access(
    office: Office, operators: ManageOperators, actor: Actor
) -> None:
    tokens = ManageTokens(office.tokens, office.audit, office.clock)
    attempts = [
        lambda: operators.page(actor, "", 10),
        lambda: operators.create(actor, "eve", OperatorRole.OWNER),
        lambda: operators.change(actor, "ann", OperatorRole.VIEWER, None),
        lambda: operators.new_link(actor, "ann"),
        lambda: tokens.page(actor, "", 10),
        lambda: tokens.create(actor, "eve", OperatorRole.OWNER),
        lambda: tokens.remove(actor, "abc"),
    ]
    for attempt in attempts:
        with pytest.raises(Forbidden):
            attempt()
    assert len(office.operators) == 1 and not len(office.tokens) and not office.log.entries


def test_revoking_what_is_not_there(office: Office) -> None:
    with pytest.raises(NotFound):
        ManageTokens(office.tokens, office.audit, office.clock).remove(OWNER, "abc")
