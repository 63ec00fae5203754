"""A clock that stands still until it is moved."""

NOW = 1_700_000_000_000
"""A moment in November 2023, in ms since 1970."""


class FakeClock:
    """Satisfies ``ports.Clock``."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def pass_by(self, ms: int) -> None:
        """Let time go on."""
        self.now += ms
