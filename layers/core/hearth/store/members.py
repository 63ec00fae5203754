"""Members of groups. Every change carries the key of its event, so that a repeat is harmless.

Item: ``group`` (hash), ``member`` (range), name, role, present, joined_at, via, messages,
spoke_at, ``heard`` (key of the newest message counted), ``changed`` (key of the newest
membership fact applied).
"""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.models import Model

from hearth.domain.errors import Conflict
from hearth.domain.events import Change, Event, Membership, Message, Role
from hearth.domain.groups import GroupRef
from hearth.domain.members import Member
from hearth.store.base import bind, bounded, decode_cursor, page, translated


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
    messages = NumberAttribute(null=True)
    spoke_at = NumberAttribute(null=True)
    heard = UnicodeAttribute(null=True)
    changed = UnicodeAttribute(null=True)


class Members:
    """The table ``members``."""

    def __init__(self, table_name: str) -> None:
        bind(MemberItem, table_name)

    def spoke(self, event: Event, message: Message) -> Member:
        """Count a message once, in order; the standing after it. One request."""
        item = MemberItem(event.group.id, message.member)
        actions: list[Update] = [
            MemberItem.messages.add(1),
            MemberItem.spoke_at.set(event.at),
            MemberItem.role.set(message.role.value),
            MemberItem.heard.set(event.key),
        ]
        if message.name:
            actions.append(MemberItem.name.set(message.name[:200]))
        unheard = MemberItem.heard.does_not_exist() | (MemberItem.heard < event.key)
        return self._update(item, actions, unheard)

    def apply(self, event: Event, change: Membership) -> list[Member]:
        """Let everybody named in the fact come or go; each once, in order."""
        names = dict(zip(change.members, change.names, strict=False))
        return [
            self._moved(event, change, member, names.get(member, "")) for member in change.members
        ]

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

    def _moved(self, event: Event, change: Membership, member: str, name: str) -> Member:
        item = MemberItem(event.group.id, member)
        joined = change.change is Change.JOINED
        actions: list[Update] = [
            MemberItem.present.set(joined),
            MemberItem.changed.set(event.key),
        ]
        if joined:
            actions.append(MemberItem.joined_at.set(event.at))
            if change.via:  # some platforms tell of one join twice, once without the way
                actions.append(MemberItem.via.set(change.via))
        if name:
            actions.append(MemberItem.name.set(name[:200]))
        news = MemberItem.changed.does_not_exist() | (MemberItem.changed < event.key)
        return self._update(item, actions, news)

    def _update(self, item: MemberItem, actions: list[Update], condition: object) -> Member:
        try:
            with translated("member"):
                item.update(actions, condition)  # type: ignore[arg-type]
        except Conflict:
            with translated("member"):
                item.refresh(consistent_read=True)
        return _read(item)


def _read(item: MemberItem) -> Member:
    return Member(
        id=item.member,
        name=item.name or "",
        role=Role(item.role or Role.UNKNOWN),
        present=item.present is not False,
        joined_at=int(item.joined_at or 0),
        via=item.via or "",
        messages=int(item.messages or 0),
        spoke_at=int(item.spoke_at or 0),
    )
