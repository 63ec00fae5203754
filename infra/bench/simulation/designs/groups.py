"""What the designs have in common that keep a count for each group."""

from infra.bench.simulation.client import Client
from infra.bench.simulation.table import Item
from infra.bench.simulation.visitors import Kind, Visitor


class Seats(Item):
    """Counts the free seats of a group, or of a part of it."""

    def __init__(self, size: int, groups: "Groups") -> None:
        super().__init__()
        self._left, self._groups = size, groups

    def take(self, wanted: int, back: int = 0) -> int:
        """Take ``wanted`` seats, or what there is, after giving some ``back``; 0 when full."""
        taken = min(wanted, self._left + back)
        self._left += back - taken
        self._groups.free += back - taken
        return taken


class Groups:
    """The table's items: each group's seats in one part or several, and a count of visits."""

    def __init__(self, groups: int, size: int, parts: int = 1) -> None:
        shares = [size // parts + (part < size % parts) for part in range(parts)]
        self.parts = [[Seats(share, self) for share in shares] for _ in range(groups)]
        self.visits = Item()
        self.free = groups * size
        """Seats that the table knows to be free."""


class GroupsRoom:
    """Tries one group after the other; remembers up to which all are full."""

    def __init__(self, client: Client, groups: Groups) -> None:
        self._client, self._groups = client, groups
        self._first = 0

    def lead(self, visitor: Visitor, known: int | None, now: int) -> int | None:
        """The first group that has a seat; none is taken for who needs none."""
        if visitor.kind is not Kind.NEW:
            self.visit(now)
            return known
        while self._first < len(self._groups.parts):
            if self.take(self._groups.parts[self._first], now):
                return self._first
            self._first += 1
        self.visit(now)
        return None

    def take(self, parts: list[Seats], now: int) -> bool:
        """Whether a seat of the group was had."""
        raise NotImplementedError

    def visit(self, now: int) -> None:
        """Count a scan that takes no seat."""
        self._client.write(lambda: None, self._groups.visits)
