"""Revoked refill links in memory."""


class FakeRevocations:
    """The contract of ``store.refills.Revocations``."""

    def __init__(self) -> None:
        self._until: dict[str, int] = {}

    def __contains__(self, code: str) -> bool:
        return code in self._until

    def __len__(self) -> int:
        return len(self._until)

    def revoke(self, code: str, until: int, expires: int) -> None:
        self._until[code] = until

    def revoked(self, code: str) -> int:
        return self._until.get(code, 0)
