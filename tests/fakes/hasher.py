"""Passwords that cost nothing to check, with the checks counted."""


class FakeHasher:
    """The contract of ``runtime.passwords.Scrypt`` but for its cost."""

    def __init__(self) -> None:
        self.checks = 0

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def verify(self, password: str, stored: str) -> bool:
        self.checks += 1
        return bool(stored) and stored == f"hash of {password}"
