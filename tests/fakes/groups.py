"""Groups in memory."""

from collections.abc import Iterable

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from tests.fakes.paging import page

_TAKEN = "this group exists already or has changed meanwhile"


class FakeGroups:
    """The contract of ``store.groups.Groups``."""

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self._kept = {group.ref: group for group in groups}

    def __contains__(self, ref: GroupRef) -> bool:
        return ref in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, group: Group) -> None:
        if group.ref in self._kept:
            raise Conflict(_TAKEN)
        self._kept[group.ref] = group

    def change(self, group: Group) -> None:
        if group.ref not in self._kept:
            raise Conflict(_TAKEN)
        self._kept[group.ref] = group

    def get(self, ref: GroupRef) -> Group:
        if ref not in self._kept:
            raise NotFound("there is no such group")
        return self._kept[ref]

    def discover(self, ref: GroupRef) -> Group:
        return self._kept.setdefault(ref, Group(ref, ref.chat, UNASSIGNED))

    def of_community(
        self, community: str, cursor: str = "", limit: int = 100
    ) -> tuple[list[Group], str]:
        own = [group for group in self._kept.values() if group.community == community]
        return page(sorted(own, key=lambda group: group.ref.id), cursor, limit)
