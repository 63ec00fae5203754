"""PynamoDB's way to DynamoDB: one client for all tables of a room.

Left alone, PynamoDB makes a client for each model: each reads botocore's descriptions of AWS again
and opens connections of its own.
"""

from functools import cache
from typing import Any

from botocore.session import Session
from pynamodb.connection import Connection
from pynamodb.models import Model

from hearth.runtime.clients import session


class _Room(Connection):
    """Makes the client, from the session that the room's other clients come from."""

    @property
    def session(self) -> Session:
        return session()


class _Table(Connection):
    """Knows one model's keys; asks through the room's client."""

    @property
    def client(self) -> Any:
        return _room().client


def bind(model: type[Model], table_name: str) -> None:
    """Point ``model`` at its table; the client is made now, not at the first request."""
    model.Meta.table_name = table_name
    table = model._get_connection()
    if not isinstance(table.connection, _Table):
        schema = table.get_meta_table()
        table.connection = _Table()
        table.connection.add_meta_table(schema)
    _ = table.connection.client


def room_connection() -> Connection:
    """What transactions are written through."""
    return _room()


@cache
def _room() -> _Room:
    return _Room()
