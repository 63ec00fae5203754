"""Communities by key. Item: ``community`` (hash), name, language, time_zone, goal, created."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.models import Model

from hearth.domain.communities import Community
from hearth.store.base import translated
from hearth.store.connection import bind
from hearth.store.directory import Directory


class CommunityItem(Model):
    class Meta:
        table_name = ""

    community = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    language = UnicodeAttribute()
    time_zone = UnicodeAttribute()
    goal = UnicodeAttribute()
    created = NumberAttribute()


class CommunityDirectory(Model):
    class Meta:
        table_name = ""

    community = UnicodeAttribute(hash_key=True)
    ids = UnicodeSetAttribute(null=True)


class Communities:
    """The table ``communities``."""

    def __init__(self, table_name: str) -> None:
        bind(CommunityItem, table_name)
        bind(CommunityDirectory, table_name)
        self._directory = Directory(CommunityDirectory, "community")

    def add(self, community: Community) -> None:
        """Enter a new community; raises Conflict when its key is taken."""
        self._directory.enter(community.id)
        with translated("community"):
            _write(community).save(CommunityItem.community.does_not_exist())

    def change(self, community: Community) -> None:
        """Replace a known community; raises Conflict when it is not there."""
        with translated("community"):
            _write(community).save(CommunityItem.community.exists())

    def get(self, community: str) -> Community:
        """One community; raises NotFound."""
        with translated("community"):
            return _read(CommunityItem.get(community, consistent_read=True))

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Community], str]:
        """Communities by key and the next page's cursor."""
        keys, following = self._directory.page(cursor, limit)
        with translated("community"):
            found = list(CommunityItem.batch_get(keys, consistent_read=True)) if keys else []
        return sorted(map(_read, found), key=lambda community: community.id), following


def _write(community: Community) -> CommunityItem:
    return CommunityItem(
        community.id,
        name=community.name,
        language=community.language,
        time_zone=community.time_zone,
        goal=community.goal,
        created=community.created,
    )


def _read(item: CommunityItem) -> Community:
    return Community(
        item.community, item.name, item.language, item.time_zone, item.goal, int(item.created)
    )
