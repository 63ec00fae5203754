"""Operators who listen, or whom nothing reaches."""

from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.notices import Notice


class FakeTeller:
    """Satisfies ``ports.Teller``; raises ``failure`` while there is one, and for one notice."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Community | None]] = []
        self.failure: Exception | None = None
        self.refuses = ""

    def __contains__(self, notice: str) -> bool:
        return any(notice == told for told, _ in self.told)

    def __len__(self) -> int:
        return len(self.told)

    def break_down(self) -> None:
        """Fail from now on as a topic does that does not answer."""
        self.failure = Unavailable("topic: ThrottlingException")

    def tell(self, notice: Notice, community: Community | None) -> None:
        if self.failure:
            raise self.failure
        if notice.id == self.refuses:
            raise KeyError("a fact")
        self.told.append((notice.id, community))
