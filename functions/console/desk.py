"""Everything the room needs, built once per environment."""

from collections.abc import Callable
from dataclasses import dataclass

from hearth.runtime.aws_json import ssm
from hearth.runtime.clock import now_ms
from hearth.runtime.config import ConsoleConfig
from hearth.runtime.fresh import Fresh
from hearth.runtime.passwords import Scrypt
from hearth.runtime.sessions import Sessions
from hearth.runtime.vault import Vault
from hearth.store.accounts import Accounts
from hearth.store.audit import Audit
from hearth.store.communities import Communities
from hearth.store.groups import Groups
from hearth.store.logins import Logins
from hearth.store.operators import Operators
from hearth.store.tokens import Tokens
from hearth.usecases.auditing import Auditor
from hearth.usecases.login import Login
from hearth.usecases.manage_accounts import ManageAccounts
from hearth.usecases.manage_communities import ManageCommunities
from hearth.usecases.manage_groups import ManageGroups
from hearth.usecases.manage_operators import ManageOperators
from hearth.usecases.manage_tokens import ManageTokens


@dataclass(frozen=True, slots=True)
class Desk:
    """Use cases and stores of the console."""

    public_url: str
    clock: Callable[[], int]
    sessions: Sessions
    login: Login
    operators: ManageOperators
    tokens: ManageTokens
    communities: ManageCommunities
    accounts: ManageAccounts
    groups: ManageGroups


def build_desk(config: ConsoleConfig) -> Desk:
    """Wire the use cases to the stores."""
    auditor = Auditor(Audit(config.audit_table), now_ms)
    vault = Vault(config.secrets_path, ssm())
    operators, tokens = Operators(config.operators_table), Tokens(config.operators_table)
    logins = Logins(config.operators_table)
    login = Login(operators, tokens, logins, Scrypt(), auditor, now_ms)
    accounts = Accounts(config.accounts_table)
    communities = Communities(config.communities_table)
    return Desk(
        public_url=config.public_url,
        clock=now_ms,
        sessions=Sessions(_kept(vault)),
        login=login,
        operators=ManageOperators(operators, login, auditor, now_ms),
        tokens=ManageTokens(tokens, auditor, now_ms),
        communities=ManageCommunities(communities, auditor, now_ms),
        accounts=ManageAccounts(accounts, vault, auditor, now_ms),
        groups=ManageGroups(Groups(config.groups_table), communities, auditor),
    )


def _kept(vault: Vault) -> Callable[[], str]:
    """The session key, asked for again every five minutes."""
    fresh = Fresh[str, str](lambda _: vault.session_key(), seconds=300)
    return lambda: fresh("session key")
