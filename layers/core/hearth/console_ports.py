"""What the console's use cases need from the world. Adapters satisfy these by shape."""

from collections.abc import Mapping
from typing import Protocol

from hearth.domain.accounts import Account
from hearth.domain.audit import AuditEntry
from hearth.domain.communities import Community
from hearth.domain.groups import Group, GroupRef
from hearth.domain.operators import ApiToken, LoginLink, Operator


class AuditLog(Protocol):
    """Where changes are written down."""

    def append(self, entry: AuditEntry) -> None: ...


class OperatorStore(Protocol):
    """People with access."""

    def add(self, operator: Operator) -> None: ...

    def change(self, before: Operator, after: Operator) -> None: ...

    def get(self, name: str) -> Operator: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Operator], str]: ...


class TokenStore(Protocol):
    """Machines with access."""

    def add(self, token: ApiToken) -> None: ...

    def get(self, token: str) -> ApiToken: ...

    def remove(self, token: str) -> None: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[ApiToken], str]: ...


class LoginStore(Protocol):
    """One-time links and counted attempts."""

    def add_link(self, link: LoginLink) -> None: ...

    def consume_link(self, digest: str, now: int) -> LoginLink: ...

    def count(self, what: str, limit: int, until: int) -> bool: ...

    def forget(self, what: str) -> None: ...


class CommunityStore(Protocol):
    """Communities by key."""

    def add(self, community: Community) -> None: ...

    def change(self, community: Community) -> None: ...

    def get(self, community: str) -> Community: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Community], str]: ...


class AccountStore(Protocol):
    """Accounts without their secrets."""

    def add(self, account: Account) -> None: ...

    def change(self, account: Account) -> None: ...

    def remove(self, account: Account) -> None: ...

    def get(self, platform: str, account: str) -> Account: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Account], str]: ...


class SecretVault(Protocol):
    """Where the secrets of accounts are kept."""

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """Raises NotFound."""
        ...

    def keep_account(self, platform: str, account: str, secrets: Mapping[str, str]) -> None:
        """Replace them."""
        ...

    def forget_account(self, platform: str, account: str) -> None:
        """Harmless when there are none."""
        ...


class Hasher(Protocol):
    """Passwords at rest."""

    def hash(self, password: str) -> str: ...

    def verify(self, password: str, stored: str) -> bool: ...


class GroupStore(Protocol):
    """Groups by id."""

    def add(self, group: Group) -> None: ...

    def change(self, group: Group) -> None: ...

    def get(self, ref: GroupRef) -> Group: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 100
    ) -> tuple[list[Group], str]: ...
