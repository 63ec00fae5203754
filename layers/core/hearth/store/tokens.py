"""API tokens by id, digests only. In the table ``operators``: ``kind`` = token (hash), ``id``."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.operators import ApiToken, OperatorRole
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind

_KIND = "token"


class TokenItem(Model):
    class Meta:
        table_name = ""

    kind = UnicodeAttribute(hash_key=True, default=_KIND)
    id = UnicodeAttribute(range_key=True)
    name = UnicodeAttribute()
    role = UnicodeAttribute()
    digest = UnicodeAttribute()
    created = NumberAttribute()
    created_by = UnicodeAttribute()


class Tokens:
    """API tokens in the table ``operators``."""

    def __init__(self, table_name: str) -> None:
        bind(TokenItem, table_name)

    def add(self, token: ApiToken) -> None:
        """Keep a new token; raises Conflict when its id is taken."""
        item = TokenItem(
            _KIND,
            token.id,
            name=token.name,
            role=token.role.value,
            digest=token.digest,
            created=token.created,
            created_by=token.created_by,
        )
        with translated("token"):
            item.save(TokenItem.id.does_not_exist())

    def get(self, token: str) -> ApiToken:
        """One token by id; raises NotFound."""
        with translated("token"):
            return _read(TokenItem.get(_KIND, token, consistent_read=True))

    def remove(self, token: str) -> None:
        """Revoke a token; harmless when it is not there."""
        with translated("token"):
            TokenItem(_KIND, token).delete()

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[ApiToken], str]:
        """Tokens by id and the next page's cursor."""
        with translated("token"):
            found = TokenItem.query(
                _KIND,
                consistent_read=True,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)


def _read(item: TokenItem) -> ApiToken:
    return ApiToken(
        item.id,
        item.name,
        OperatorRole(item.role),
        item.digest,
        int(item.created),
        item.created_by,
    )
