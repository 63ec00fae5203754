"""One-time login links and counted attempts. Both expire by themselves.

In the table ``operators``: ``kind`` = link or attempts (hash), ``id`` (range), ``expires`` (s).
"""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.models import Model

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.operators import LoginLink
from hearth.store.base import translated
from hearth.store.connection import bind

_LINK = "link"
_ATTEMPTS = "attempts"


class LoginItem(Model):
    class Meta:
        table_name = ""

    kind = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)
    operator = UnicodeAttribute(null=True)
    epoch = NumberAttribute(null=True)
    attempts = NumberAttribute(null=True)
    expires = NumberAttribute()


class Logins:
    """Links and attempts in the table ``operators``."""

    def __init__(self, table_name: str) -> None:
        bind(LoginItem, table_name)

    def add_link(self, link: LoginLink) -> None:
        """Keep a link until it is used or expires."""
        item = LoginItem(
            _LINK, link.digest, operator=link.operator, epoch=link.epoch, expires=link.expires
        )
        with translated("login link"):
            item.save(LoginItem.id.does_not_exist())

    def consume_link(self, digest: str, now: int) -> LoginLink:
        """Take a link out; of several callers one gets it.

        ``now`` is in seconds since 1970. Raises NotFound when it is unknown, used or expired.
        """
        try:
            with translated("login link"):
                item = LoginItem.get(_LINK, digest, consistent_read=True)
                item.delete(LoginItem.id.exists() & (LoginItem.expires > now))
        except Conflict as error:
            raise NotFound("there is no such login link") from error
        return LoginLink(item.id, item.operator or "", int(item.epoch or 0), int(item.expires))

    def count(self, what: str, limit: int, until: int) -> bool:
        """Count an attempt exactly; False when ``limit`` was reached before it.

        The count is forgotten after ``until`` (seconds since 1970).
        """
        room = LoginItem.attempts.does_not_exist() | (LoginItem.attempts < limit)
        actions: list[Update] = [LoginItem.attempts.add(1), LoginItem.expires.set(until)]
        try:
            with translated("attempt"):
                LoginItem(_ATTEMPTS, what).update(actions, room)
        except Conflict:
            return False
        return True

    def forget(self, what: str) -> None:
        """Start counting anew."""
        with translated("attempt"):
            LoginItem(_ATTEMPTS, what).delete()
