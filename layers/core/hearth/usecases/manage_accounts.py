"""Accounts and their secrets. Secrets go in and never come out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from hearth.console_ports import AccountStore, SecretVault
from hearth.domain.accounts import Account, check_account, check_secrets
from hearth.domain.errors import HearthError, NotFound
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor

Changes = Mapping[str, str | None]
"""Secret's name → new value, or None to forget it."""


@dataclass(frozen=True, slots=True)
class ManageAccounts:
    """What owners do with accounts."""

    store: AccountStore
    vault: SecretVault
    audit: Auditor
    clock: Clock

    def create(
        self, actor: Actor, platform: str, account: str, name: str, secrets: Mapping[str, str]
    ) -> Account:
        """Enter an account with its secrets. Raises BadInput, Conflict, Forbidden, Unavailable."""
        actor.require(OperatorRole.OWNER)
        check_account(platform, account)
        check_secrets(platform, secrets)
        new = Account(platform, account, name, self.clock(), tuple(sorted(secrets)))
        with self.audit.change(actor, "account.create", new.id, after=asdict(new)):
            self.store.add(new)
            self._keep_or_withdraw(new, secrets)
        return new

    def change(
        self, actor: Actor, platform: str, account: str, name: str | None, secrets: Changes
    ) -> Account:
        """Rename it (operators may), replace some of its secrets (owners only)."""
        actor.require(OperatorRole.OWNER if secrets else OperatorRole.OPERATOR)
        before = self.store.get(platform, account)
        kept = self._merged(before, secrets) if secrets else {}
        fields = tuple(sorted(kept)) if secrets else before.fields
        after = replace(before, name=name or before.name, fields=fields)
        noted = {**asdict(after), "replaced": sorted(secrets)}
        with self.audit.change(actor, "account.change", before.id, asdict(before), noted):
            if secrets:
                self.vault.keep_account(platform, account, kept)
            self.store.change(after)
        return after

    def remove(self, actor: Actor, platform: str, account: str) -> None:
        """Forget the account and its secrets: its callbacks are answered 404 from then on."""
        actor.require(OperatorRole.OWNER)
        known = self.store.get(platform, account)
        with self.audit.change(actor, "account.remove", known.id, asdict(known)):
            self.vault.forget_account(platform, account)
            self.store.remove(known)

    def _merged(self, account: Account, changes: Changes) -> Mapping[str, str]:
        try:
            kept = dict(self.vault.account(account.platform, account.account))
        except NotFound:
            kept = {}
        merged = {name: value for name, value in {**kept, **changes}.items() if value is not None}
        check_secrets(account.platform, merged)
        return merged

    def _keep_or_withdraw(self, new: Account, secrets: Mapping[str, str]) -> None:
        try:
            self.vault.keep_account(new.platform, new.account, secrets)
        except HearthError:
            self.store.remove(new)
            raise
