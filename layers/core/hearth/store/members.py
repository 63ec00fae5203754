"""Members of groups. Every change carries the key of its event, so that a repeat is harmless.

Item: ``group`` (hash), ``member`` (range), name, role, present, joined_at, via, inviter, messages,
spoke_at, ``heard`` and ``deaf_until`` (which messages were counted: see ``domain.heard``),
``changed_at`` and ``changed_by`` (time and key of the newest coming or going), ``role_at`` and
``role_by`` (the same of the newest change of the role), ``expires`` (s).
"""

from contextlib import suppress

from pynamodb.attributes import (
    BooleanAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update
from pynamodb.models import Model

from hearth.domain.errors import Conflict
from hearth.domain.events import Change, Event, Membership, Message, Role, RoleChange
from hearth.domain.groups import GroupRef
from hearth.domain.heard import mark_of, shortened
from hearth.domain.joins import LATE_MS, says_more
from hearth.domain.members import Member
from hearth.domain.retention import MEMBER_DAYS, expires
from hearth.runtime.clock import now_ms
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind


class MemberItem(Model):
    class Meta:
        table_name = ""

    group = UnicodeAttribute(hash_key=True)
    member = UnicodeAttribute(range_key=True)
    name = UnicodeAttribute(null=True)
    role = UnicodeAttribute(null=True)
    present = BooleanAttribute(null=True)
    joined_at = NumberAttribute(null=True)
    via = UnicodeAttribute(null=True)
    inviter = UnicodeAttribute(null=True)
    messages = NumberAttribute(null=True)
    spoke_at = NumberAttribute(null=True)
    heard = UnicodeSetAttribute(null=True)
    deaf_until = NumberAttribute(null=True)
    changed_at = NumberAttribute(null=True)
    changed_by = UnicodeAttribute(null=True)
    role_at = NumberAttribute(null=True)
    role_by = UnicodeAttribute(null=True)
    expires = NumberAttribute(null=True)


class Members:
    """The table ``members``."""

    def __init__(self, table_name: str) -> None:
        bind(MemberItem, table_name)

    def spoke(self, event: Event, message: Message) -> Member:
        """Count a message once; the standing after it. One request, seldom a second one."""
        item = MemberItem(event.group.id, message.member)
        mark = mark_of(event.key)
        actions: list[Update] = [
            MemberItem.messages.add(0 if message.edited else 1),
            MemberItem.spoke_at.set(event.at),
            MemberItem.heard.add({mark}),
        ]
        if message.role is not Role.UNKNOWN:
            actions.append(MemberItem.role.set(message.role.value))
        if message.name:
            actions.append(MemberItem.name.set(message.name[:200]))
        late = MemberItem.deaf_until.exists() & (MemberItem.deaf_until >= event.at)
        member = self._update(item, actions, ~late & ~MemberItem.heard.contains(mark))
        self._forget(item)
        return member

    def apply(self, event: Event, change: Membership) -> list[Member]:
        """Let everybody named in the fact come or go; each once, in order."""
        names = dict(zip(change.members, change.names, strict=False))
        return [
            self._came_or_went(event, change, member, names.get(member, ""))
            for member in change.members
        ]

    def apply_role(self, event: Event, change: RoleChange) -> Member:
        """Let a member have another role; once, in order, apart from comings and goings."""
        actions: list[Update] = [
            MemberItem.role.set(change.role.value),
            MemberItem.role_at.set(event.at),
            MemberItem.role_by.set(event.key),
        ]
        if change.name:
            actions.append(MemberItem.name.set(change.name[:200]))
        newer = _newer(MemberItem.role_at, MemberItem.role_by, event)
        return self._update(MemberItem(event.group.id, change.member), actions, newer)

    def get(self, group: GroupRef, member: str) -> Member:
        """One member; raises NotFound."""
        with translated("member"):
            return _read(MemberItem.get(group.id, member))

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 100
    ) -> tuple[list[Member], str]:
        """Members of a group and the next page's cursor."""
        with translated("member"):
            found = MemberItem.query(
                group.id, limit=bounded(limit), last_evaluated_key=decode_cursor(cursor)
            )
            return page(found, _read)

    def _came_or_went(self, event: Event, change: Membership, member: str, name: str) -> Member:
        moved = self._moved(event, change, member, name)
        # Who leaves and comes back is no administrator any more.
        if change.change is Change.JOINED and change.role is Role.UNKNOWN:
            return moved
        return self.apply_role(event, RoleChange(member, change.role, name))

    def _moved(self, event: Event, change: Membership, member: str, name: str) -> Member:
        item = MemberItem(event.group.id, member)
        joined = change.change is Change.JOINED
        actions: list[Update] = [
            MemberItem.present.set(joined),
            MemberItem.changed_at.set(event.at),
            MemberItem.changed_by.set(event.key),
        ]
        if joined:
            actions.append(MemberItem.joined_at.set(event.at))
            actions += _origin(change)
        if name:
            actions.append(MemberItem.name.set(name[:200]))
        newer = _newer(MemberItem.changed_at, MemberItem.changed_by, event)
        kept = self._update(item, actions, newer)
        return self._explain(item, event, change) if _explains(item, event, change) else kept

    def _explain(self, item: MemberItem, event: Event, change: Membership) -> Member:
        """Note the way of a coming that was told before without it."""
        same = (MemberItem.changed_at == item.changed_at) & (
            MemberItem.changed_by == item.changed_by
        )
        return self._update(item, _origin(change), same)

    def _forget(self, item: MemberItem) -> None:
        """Keep the item small: what is too long ago to be delivered again is let go."""
        marks, deaf_until = shortened(frozenset(item.heard or ()))
        if not deaf_until:
            return
        actions: list[Update] = [
            MemberItem.heard.set(set(marks)),
            MemberItem.deaf_until.set(deaf_until),
        ]
        with suppress(Conflict), translated("member"):
            item.update(actions, MemberItem.heard == item.heard)

    def _update(self, item: MemberItem, actions: list[Update], condition: Condition) -> Member:
        forgotten = MemberItem.expires.set(expires(now_ms(), MEMBER_DAYS))
        try:
            with translated("member"):
                item.update([*actions, forgotten], condition)
        except Conflict:
            with translated("member"):
                item.refresh(consistent_read=True)
        return _read(item)


def _origin(change: Membership) -> list[Update]:
    if not change.via:  # some platforms tell of one join twice, once without the way
        return []
    inviter = MemberItem.inviter
    named = inviter.set(change.inviter) if change.inviter else inviter.remove()
    return [MemberItem.via.set(change.via), named]


def _explains(item: MemberItem, event: Event, change: Membership) -> bool:
    """Whether a fact that came too late to count tells the way of the coming that counted."""
    if change.change is not Change.JOINED or not item.present or item.changed_by == event.key:
        return False
    age = int(item.changed_at or 0) - event.at
    return 0 <= age <= LATE_MS and says_more(change.via, item.via or "")


def _newer(at: NumberAttribute, by: UnicodeAttribute, event: Event) -> Condition:
    """Of one moment the last to arrive counts, but not one that came before."""
    other = (at == event.at) & (by != event.key)
    newer: Condition = at.does_not_exist() | (at < event.at) | other
    return newer


def _read(item: MemberItem) -> Member:
    return Member(
        id=item.member,
        name=item.name or "",
        role=Role(item.role or Role.UNKNOWN),
        present=item.present is not False,
        joined_at=int(item.joined_at or 0),
        via=item.via or "",
        inviter=item.inviter or "",
        messages=int(item.messages or 0),
        spoke_at=int(item.spoke_at or 0),
    )
