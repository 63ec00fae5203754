"""Secrets by name, in memory."""

from collections.abc import Mapping

from hearth.domain.errors import NotFound, Unavailable


class FakeSecrets:
    """Satisfies ``ports.Secrets``; counts what was asked of it."""

    def __init__(self, accounts: Mapping[tuple[str, str], Mapping[str, str]] | None = None) -> None:
        self.accounts = dict(accounts or {})
        self.asked: list[tuple[str, str]] = []
        self.down = False

    def __contains__(self, account: object) -> bool:
        return account in self.accounts

    def __len__(self) -> int:
        return len(self.accounts)

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """Secrets of an account; raises NotFound, Unavailable while it is ``down``."""
        self.asked.append((platform, account))
        if self.down:
            raise Unavailable("ssm GetParameter: ThrottlingException")
        if (platform, account) not in self.accounts:
            raise NotFound(f"there is no parameter accounts/{platform}/{account}")
        return self.accounts[platform, account]
