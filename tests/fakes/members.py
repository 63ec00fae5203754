"""The table of members in memory."""

from dataclasses import dataclass, replace

from hearth.domain.errors import NotFound
from hearth.domain.events import Change, Event, Membership, Message, Role, RoleChange
from hearth.domain.groups import GroupRef
from hearth.domain.joins import LATE_MS, says_more
from hearth.domain.members import Member
from tests.fakes.paging import page

_LONGEST_NAME = 200


@dataclass(frozen=True)
class _Kept:
    member: Member
    heard: frozenset[str] = frozenset()
    """Keys of the messages counted."""
    changed: tuple[int, str] = (-1, "")
    """Time and key of the newest coming or going."""
    ranked: tuple[int, str] = (-1, "")
    """Time and key of the newest change of the role."""


def _told(member: Member, change: Membership) -> Member:
    return replace(member, via=change.via, inviter=change.inviter) if change.via else member


class FakeMembers:
    """The contract of ``store.members.Members``: each fact has the effect of once, in order."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}

    def __contains__(self, place: tuple[GroupRef, str]) -> bool:
        group, member = place
        return (group.id, member) in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def spoke(self, event: Event, message: Message) -> Member:
        """Count a message once; the standing after it."""
        kept = self._known(event.group, message.member)
        if event.key in kept.heard:
            return kept.member
        member = replace(
            kept.member,
            messages=kept.member.messages + (not message.edited),
            spoke_at=event.at,
            role=kept.member.role if message.role is Role.UNKNOWN else message.role,
            name=message.name[:_LONGEST_NAME] or kept.member.name,
        )
        return self._keep(event.group, replace(kept, member=member, heard=kept.heard | {event.key}))

    def apply(self, event: Event, change: Membership) -> list[Member]:
        """Let everybody named in the fact come or go."""
        names = dict(zip(change.members, change.names, strict=False))
        return [
            self._came_or_went(event, change, who, names.get(who, "")) for who in change.members
        ]

    def apply_role(self, event: Event, change: RoleChange) -> Member:
        """Let a member have another role."""
        kept = self._known(event.group, change.member)
        if event.at < kept.ranked[0] or (event.at, event.key) == kept.ranked:
            return kept.member
        name = change.name[:_LONGEST_NAME] or kept.member.name
        member = replace(kept.member, role=change.role, name=name)
        return self._keep(event.group, replace(kept, member=member, ranked=(event.at, event.key)))

    def get(self, group: GroupRef, member: str) -> Member:
        """One member; raises NotFound."""
        if (group, member) not in self:
            raise NotFound("there is no such member")
        return self._kept[group.id, member].member

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 100
    ) -> tuple[list[Member], str]:
        """Members of a group and the next page's cursor."""
        own = [kept.member for (place, _), kept in sorted(self._kept.items()) if place == group.id]
        return page(own, cursor, limit)

    def _came_or_went(self, event: Event, change: Membership, who: str, name: str) -> Member:
        member = self._moved(event, change, who, name)
        if change.change is Change.JOINED and change.role is Role.UNKNOWN:
            return member
        return self.apply_role(event, RoleChange(who, change.role, name))

    def _moved(self, event: Event, change: Membership, who: str, name: str) -> Member:
        kept = self._known(event.group, who)
        if event.at < kept.changed[0] or (event.at, event.key) == kept.changed:
            return self._explained(event, change, kept)
        joined = change.change is Change.JOINED
        member = replace(kept.member, present=joined, name=name[:_LONGEST_NAME] or kept.member.name)
        if joined:
            member = replace(_told(member, change), joined_at=event.at)
        return self._keep(event.group, replace(kept, member=member, changed=(event.at, event.key)))

    def _explained(self, event: Event, change: Membership, kept: _Kept) -> Member:
        member, (at, key) = kept.member, kept.changed
        same = change.change is Change.JOINED and member.present and key != event.key
        if not same or at - event.at > LATE_MS or not says_more(change.via, member.via):
            return member
        return self._keep(event.group, replace(kept, member=_told(member, change)))

    def _known(self, group: GroupRef, member: str) -> _Kept:
        return self._kept.get((group.id, member), _Kept(Member(member)))

    def _keep(self, group: GroupRef, kept: _Kept) -> Member:
        self._kept[group.id, kept.member.id] = kept
        return kept.member
