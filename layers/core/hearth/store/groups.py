"""Groups by ``platform:account:chat``, listed by community."""

from contextlib import suppress

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind


class ByCommunity(GlobalSecondaryIndex["GroupItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_community"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    group = UnicodeAttribute(range_key=True)


class GroupItem(Model):
    class Meta:
        table_name = ""

    group = UnicodeAttribute(hash_key=True)
    community = UnicodeAttribute()
    name = UnicodeAttribute()
    member_limit = NumberAttribute(default=0)
    by_community = ByCommunity()


class Groups:
    """The table ``groups``."""

    def __init__(self, table_name: str) -> None:
        bind(GroupItem, table_name)

    def get(self, ref: GroupRef) -> Group:
        """One group; raises NotFound."""
        with translated("group"):
            return _read(GroupItem.get(ref.id, consistent_read=True))

    def add(self, group: Group) -> None:
        """Enter a new group; raises Conflict when it is there."""
        with translated("group"):
            _write(group).save(GroupItem.group.does_not_exist())

    def discover(self, ref: GroupRef) -> Group:
        """The group, entered as unassigned when it was never heard of.

        Asked first: nearly every group is known, and a read costs a tenth of a refused write.
        """
        with suppress(NotFound):
            return self.get(ref)
        fresh = Group(ref, name=ref.chat, community=UNASSIGNED)
        with suppress(Conflict):  # somebody else has just entered it
            self.add(fresh)
            return fresh
        return self.get(ref)

    def change(self, group: Group) -> None:
        """Replace a known group; raises Conflict when it is not there."""
        with translated("group"):
            _write(group).save(GroupItem.group.exists())

    def of_community(
        self, community: str, cursor: str = "", limit: int = 100
    ) -> tuple[list[Group], str]:
        """Groups of a community and the next page's cursor."""
        with translated("group"):
            found = GroupItem.by_community.query(
                community, limit=bounded(limit), last_evaluated_key=decode_cursor(cursor)
            )
            return page(found, _read)


def _write(group: Group) -> GroupItem:
    return GroupItem(
        group.ref.id,
        community=group.community,
        name=group.name,
        member_limit=group.member_limit,
    )


def _read(item: GroupItem) -> Group:
    return Group(GroupRef.parse(item.group), item.name, item.community, int(item.member_limit))
