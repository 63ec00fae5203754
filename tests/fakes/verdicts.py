"""The table of verdicts in memory; what is kept went through JSON as in the table."""

from hearth.domain.errors import NotFound
from hearth.domain.groups import GroupRef
from hearth.domain.rules.record import from_json, to_json
from hearth.domain.rules.verdict import Verdict
from tests.fakes.paging import bounded


class FakeVerdicts:
    """The contract of ``store.verdicts.Verdicts``: the first verdict on an event stays."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def __contains__(self, place: tuple[GroupRef, str]) -> bool:
        group, key = place
        return (group.id, key) in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def record(self, group: GroupRef, key: str, verdict: Verdict, now: int) -> Verdict:
        """Keep the first verdict on an event and return it."""
        if (group, key) in self:
            return self.get(group, key)
        self._kept[group.id, key] = to_json(verdict)
        return verdict

    def get(self, group: GroupRef, key: str) -> Verdict:
        """One verdict; raises NotFound."""
        if (group, key) not in self:
            raise NotFound("there is no such verdict")
        return from_json(self._kept[group.id, key])

    def newest(self, group: GroupRef, before: str = "", limit: int = 50) -> dict[str, Verdict]:
        """Verdicts of a group by event key, newest first."""
        keys = sorted((key for place, key in self._kept if place == group.id), reverse=True)
        earlier = [key for key in keys if not before or key < before]
        return {key: self.get(group, key) for key in earlier[: bounded(limit)]}
