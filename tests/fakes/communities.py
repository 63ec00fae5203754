"""Communities in memory."""

from collections.abc import Iterable

from hearth.domain.communities import Community
from hearth.domain.errors import Conflict, NotFound
from tests.fakes.directory import behind

_TAKEN = "this community exists already or has changed meanwhile"


class FakeCommunities:
    """The contract of ``store.communities.Communities``."""

    def __init__(self, communities: Iterable[Community] = ()) -> None:
        self._kept = {community.id: community for community in communities}

    def __contains__(self, community: str) -> bool:
        return community in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, community: Community) -> None:
        if community.id in self._kept:
            raise Conflict(_TAKEN)
        self._kept[community.id] = community

    def change(self, community: Community) -> None:
        if community.id not in self._kept:
            raise Conflict(_TAKEN)
        self._kept[community.id] = community

    def get(self, community: str) -> Community:
        if community not in self._kept:
            raise NotFound("there is no such community")
        return self._kept[community]

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Community], str]:
        return behind(self._kept, cursor, limit)
