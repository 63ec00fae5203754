"""The console's room on the local cloud, and people who use it."""

import os
from collections.abc import Iterator

import pytest

from functions.console.app import desk
from hearth.domain.operators import Actor, OperatorRole
from hearth.runtime.vault import Vault
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique

COMMAND = Actor("command line", OperatorRole.OWNER, "command", "local")


@pytest.fixture(scope="session")
def room(aws: Aws) -> Iterator[Aws]:
    """Settings that the templates give the room besides tables and queues."""
    before = {name: os.environ[name] for name in ("SECRETS_PATH", "PUBLIC_URL")}
    os.environ.update(SECRETS_PATH="/hearth/console-tests", PUBLIC_URL="")
    desk.cache_clear()  # type: ignore[attr-defined]
    desk()
    os.environ.update(before)  # other rooms of the same run have settings of their own
    yield aws
    vault = desk().accounts.vault
    assert isinstance(vault, Vault)
    vault.close()
    desk.cache_clear()  # type: ignore[attr-defined]


def logged_in(role: OperatorRole) -> Client:
    """A browser with a session of a new operator, at an address of its own."""
    token = desk().operators.invite(COMMAND, f"{role.value}-{unique()}", role)
    return Client(address=f"2001:db8:{unique()[:4]}:{unique()[:4]}::1").log_in(token)


@pytest.fixture(scope="session")
def owner(room: Aws) -> Client:
    return logged_in(OperatorRole.OWNER)


@pytest.fixture(scope="session")
def operator(room: Aws) -> Client:
    return logged_in(OperatorRole.OPERATOR)


@pytest.fixture(scope="session")
def viewer(room: Aws) -> Client:
    return logged_in(OperatorRole.VIEWER)


@pytest.fixture
def stranger(room: Aws) -> Client:
    return Client(address=f"2001:db8:{unique()[:4]}:{unique()[:4]}::1")


@pytest.fixture
def community(operator: Client) -> str:
    """A new community's key."""
    content = {"name": "茶友会", "language": "zh", "time_zone": "Asia/Shanghai"}
    return str(operator.ask("POST", "/api/communities", content).json["community"])


@pytest.fixture
def group(operator: Client, community: str) -> str:
    """A new group of the community."""
    content = {"group": f"onebot:main:{unique()}", "name": "Tea 1", "community": community}
    return str(operator.ask("POST", "/api/groups", content).json["group"])
