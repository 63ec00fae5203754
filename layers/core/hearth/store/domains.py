"""The list of domains, one item. Item: ``list`` (hash, always ``all``), ``version``, ``content``.

``content`` is JSON: the domains in the order of preference.
"""

import json
from dataclasses import asdict
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.domains import Domain, DomainList, DomainState, Trouble
from hearth.domain.errors import NotFound
from hearth.store.base import translated
from hearth.store.connection import bind

_ALL = "all"


class DomainListItem(Model):
    class Meta:
        table_name = ""

    list = UnicodeAttribute(hash_key=True)
    version = NumberAttribute()
    content = UnicodeAttribute()


class Domains:
    """The table ``domains``."""

    def __init__(self, table_name: str) -> None:
        bind(DomainListItem, table_name)

    def load(self) -> DomainList:
        """The list as it is now; an empty one when none was saved."""
        try:
            with translated("list of domains"):
                return _read(DomainListItem.get(_ALL, consistent_read=True))
        except NotFound:
            return DomainList()

    def save(self, before: DomainList, domains: tuple[Domain, ...]) -> DomainList:
        """Replace ``before``; raises Conflict when somebody else has changed it meanwhile."""
        content = json.dumps([asdict(domain) for domain in domains])
        item = DomainListItem(_ALL, version=before.version + 1, content=content)
        with translated("list of domains"):
            item.save(
                DomainListItem.version == before.version
                if before.version
                else DomainListItem.version.does_not_exist()
            )
        return DomainList(before.version + 1, domains)


def _read(item: DomainListItem) -> DomainList:
    return DomainList(int(item.version), tuple(map(_domain, json.loads(item.content))))


def _domain(fields: dict[str, Any]) -> Domain:
    why = Trouble(fields["why"]) if fields["why"] else None
    return Domain(**{**fields, "state": DomainState(fields["state"]), "why": why})
