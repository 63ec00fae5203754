"""The console's secrets in memory."""

from collections.abc import Mapping

from hearth.domain.errors import NotFound, Unavailable


class FakeVault:
    """The contract of ``runtime.vault.Vault``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Mapping[str, str]] = {}
        self.keys = 0
        self.down = False

    def __contains__(self, account: tuple[str, str]) -> bool:
        return account in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        if (platform, account) not in self._kept:
            raise NotFound(f"there is no parameter accounts/{platform}/{account}")
        return self._kept[platform, account]

    def keep_account(self, platform: str, account: str, secrets: Mapping[str, str]) -> None:
        """Replace secrets; raises Unavailable while it is ``down``."""
        if self.down:
            raise Unavailable("ssm PutParameter: ThrottlingException")
        self._kept[platform, account] = dict(secrets)

    def forget_account(self, platform: str, account: str) -> None:
        self._kept.pop((platform, account), None)

    def visitor_key(self) -> str:
        self.ensure_visitor_key()
        return "a key of tests"

    def ensure_visitor_key(self) -> None:
        self.keys = 1
