"""Blocks of seats of one group, drawn by a conditional update and handed out from memory."""

from dataclasses import dataclass

from hearth.domain.blocks import LEASE_MS, MOST_UNSENT, RETURN_MS
from infra.bench.simulation.client import Client
from infra.bench.simulation.designs.groups import Groups, GroupsRoom, Seats

BLOCK = 10


@dataclass
class Block:
    """Seats of one group that one environment may give."""

    seats: Seats
    left: int
    drawn: int

    def usable(self, now: int) -> bool:
        """Whether visitors may still be led by it."""
        return self.left > 0 and now < self.drawn + LEASE_MS

    def returned(self, now: int) -> int:
        """Seats that may be given back."""
        return self.left if now < self.drawn + RETURN_MS else 0


class LeasingRoom(GroupsRoom):
    """Holds one block at a time; gives back what is left of it with the next update."""

    def __init__(self, client: Client, groups: Groups) -> None:
        super().__init__(client, groups)
        self._block: Block | None = None
        self._unsent = 0

    def take(self, parts: list[Seats], now: int) -> bool:
        """From memory, or by one update."""
        (seats,) = parts
        if not (self._block and self._block.usable(now)):
            self._draw(seats, now)
        if not self._block:
            return False
        self._block.left -= 1
        return True

    def visit(self, now: int) -> None:
        """Rides on the next update when a block is in use."""
        self._unsent += 1
        waits = self._block and self._block.usable(now)
        if not waits or self._unsent >= MOST_UNSENT:
            super().visit(now)
            self._unsent = 0

    def _draw(self, seats: Seats, now: int) -> None:
        old, self._block = self._block, None
        back = old.returned(now) if old else 0
        if old and back and old.seats is not seats:
            self._give(old.seats, back)
            back = 0
        drawn = self._client.write(lambda: seats.take(BLOCK, back), seats)
        self._block = Block(seats, drawn, now) if drawn else None
        self._unsent = 0

    def _give(self, seats: Seats, back: int) -> None:
        self._client.write(lambda: seats.take(0, back), seats)
