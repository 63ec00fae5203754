"""The next way into a group for a live code: ordered from a bot, or left to people."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from hearth.console_ports import AccountStore, GroupStore, LiveCodeStore
from hearth.domain.accounts import require_acting
from hearth.domain.actions import OpenWay
from hearth.domain.capabilities import can
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput
from hearth.domain.groups import Group, GroupRef
from hearth.domain.livecodes import LiveCode, require_in_use
from hearth.domain.notices import Facts, Notice, NoticeKind, notice
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.plans import free
from hearth.domain.ways import TAG, check_bounds, following, source_of, way_name
from hearth.ports import Clock, NoticeBook, Outbox
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class Wish:
    """A way that an operator wants. ``valid_until``: ms since 1970, 0 when it does not expire."""

    group: GroupRef
    channel: str
    member_limit: int
    valid_until: int


@dataclass(frozen=True, slots=True)
class OpenWays:
    """What operators ask for."""

    codes: LiveCodeStore
    groups: GroupStore
    accounts: AccountStore
    outbox: Outbox
    notices: NoticeBook
    audit: Auditor
    clock: Clock

    def request(self, actor: Actor, code: str, wish: Wish) -> Order | Notice:
        """The order that was sent, or the task for people where no platform's call can do it.

        Raises BadInput, NotFound (code, group, account), Forbidden, Unavailable.
        """
        actor.require(OperatorRole.OPERATOR)
        check_bounds(wish.member_limit, wish.valid_until, self.clock())
        known, group = require_in_use(self.codes.load(code)), self.groups.get(wish.group)
        if group.community != known.community:
            raise BadInput("“group” must belong to the community of the live code")
        if not can(group.ref.platform, "open-way"):
            return self._leave_to_people(actor, known, group)
        require_acting(self.accounts.get(group.ref.platform, group.ref.account))
        order = _order(known, group, wish)
        with self.audit.change(actor, "way.open", code, after=_shown(order)):
            self.outbox.send([order])
        return order

    def _leave_to_people(self, actor: Actor, code: LiveCode, group: Group) -> Notice:
        task = self._task(code, group)
        with self.audit.change(actor, "way.task", code.code, after={"group": group.ref.id}):
            self.notices.add(task)
        return task

    def _task(self, code: LiveCode, group: Group) -> Notice:
        now, counter = self.clock(), self.codes.counter(code.code)
        base, number = following(_name(code, group))
        facts: Facts = {
            "code": code.code,
            "name": code.name,
            "group": f"{base}{number}",
            "left": sum(free(code, one, counter) for one in code.destinations if one.open_at(now)),
            "full_at": 0,
        }
        # Asked for again before anything came of it, it is the same task.
        occasion = f"{group.ref.id} {len(code.destinations)}"
        link = f"/communities/{code.community}/livecodes/{code.code}"
        subject, kind = f"livecode:{code.code}", NoticeKind.LIVECODE_NEXT_GROUP
        return notice(kind, code.community, subject, occasion, facts, now, link)


def _order(code: LiveCode, group: Group, wish: Wish) -> Order:
    name = way_name(code.code, wish.channel, secrets.token_hex(TAG // 2))
    base, number = following(_name(code, group))
    action = OpenWay(name, wish.member_limit, wish.valid_until, base, number)
    return Order(group.ref, action, source_of(code.code, name))


def _name(code: LiveCode, group: Group) -> str:
    # Groups that nobody has named yet bear the platform's id, which is no name for another.
    return code.name if group.name == group.ref.chat else group.name


def _shown(order: Order) -> Mapping[str, object]:
    return {"group": order.group.id, "source": order.source, "order": order.id}
