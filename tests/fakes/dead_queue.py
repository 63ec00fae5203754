"""A dead-letter queue in memory."""

from collections.abc import Sequence

from hearth.domain.deadletters import Letter


class FakeDeadQueue:
    """The contract of ``outbound.dead_letters.SqsDeadQueue``."""

    def __init__(self) -> None:
        self._kept: dict[str, Letter] = {}
        self._held: set[str] = set()

    def __contains__(self, ident: str) -> bool:
        return ident in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def put(self, body: str, since: int = 1) -> str:
        """A new letter's id."""
        ident = f"letter-{len(self._kept) + 1}"
        self._kept[ident] = Letter(ident, body, since, f"receipt of {ident}")
        return ident

    def count(self) -> int:
        return len(self._kept)

    def hold(self, most: int) -> list[Letter]:
        free = [letter for letter in self._kept.values() if letter.id not in self._held]
        self._held |= {letter.id for letter in free[:most]}
        return free[:most]

    def release(self, letters: Sequence[Letter]) -> None:
        self._held -= {letter.id for letter in letters}

    def remove(self, letter: Letter) -> None:
        self._kept.pop(letter.id, None)
