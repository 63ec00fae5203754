"""People's access: who there is, in which role, and ways in for those without a password."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hearth.console_ports import OperatorStore
from hearth.domain.errors import Conflict
from hearth.domain.operators import Actor, Operator, OperatorRole, operator_name
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor
from hearth.usecases.login import Login


@dataclass(frozen=True, slots=True)
class ManageOperators:
    """What owners do with operators."""

    store: OperatorStore
    login: Login
    audit: Auditor
    clock: Clock

    def page(self, actor: Actor, cursor: str, limit: int) -> tuple[list[Operator], str]:
        """Operators by name; for owners."""
        actor.require(OperatorRole.OWNER)
        return self.store.page(cursor, limit)

    def create(self, actor: Actor, name: str, role: OperatorRole) -> tuple[Operator, str]:
        """A new operator and the token of his first login link.

        Raises BadInput, Conflict, Forbidden, Unavailable.
        """
        actor.require(OperatorRole.OWNER)
        new = Operator(operator_name(name), role, created=self.clock())
        with self.audit.change(actor, "operator.create", new.name, after=_shown(new)):
            self.store.add(new)
        return new, self.login.make_link(new)

    def change(
        self, actor: Actor, name: str, role: OperatorRole | None, disabled: bool | None
    ) -> Operator:
        """Another role, shut out or let in again; shutting out ends all his sessions.

        An owner cannot do this to himself, so that one always remains.
        """
        actor.require(OperatorRole.OWNER)
        before = self.store.get(operator_name(name))
        if before.name == actor.name and actor.via != "token":
            raise Conflict("you cannot change your own role or shut yourself out")
        after = replace(
            before,
            role=role or before.role,
            disabled=before.disabled if disabled is None else disabled,
            epoch=before.epoch + 1,
        )
        with self.audit.change(
            actor, "operator.change", before.name, _shown(before), _shown(after)
        ):
            self.store.change(before, after)
        return after

    def invite(self, actor: Actor, name: str, role: OperatorRole) -> str:
        """The token of a login link for ``name``, who is entered in ``role`` when unknown."""
        try:
            return self.create(actor, name, role)[1]
        except Conflict:
            return self.new_link(actor, name)

    def new_link(self, actor: Actor, name: str) -> str:
        """The token of a new login link for somebody who has lost his password."""
        actor.require(OperatorRole.OWNER)
        operator = self.store.get(operator_name(name))
        if operator.disabled:
            raise Conflict(f"{operator.name} is shut out: let him in again first")
        with self.audit.change(actor, "operator.link", operator.name):
            return self.login.make_link(operator)


def _shown(operator: Operator) -> Mapping[str, object]:
    return {"role": operator.role, "disabled": operator.disabled}
