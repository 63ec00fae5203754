"""Each group's seats in ten items, so that none of them is written by everybody."""

from random import Random

from infra.bench.simulation.client import Client
from infra.bench.simulation.designs.groups import Groups, GroupsRoom, Seats

SHARDS = 10


class ShardedRoom(GroupsRoom):
    """Tries the shards of a group in an order of its own; remembers which are empty."""

    def __init__(self, client: Client, groups: Groups, chance: Random) -> None:
        super().__init__(client, groups)
        self._chance = chance
        self._at = -1
        self._left: list[Seats] = []

    def take(self, parts: list[Seats], now: int) -> bool:
        """One update for each shard that turns out to be empty, and one that is not."""
        if self._at != self._first:
            self._at, self._left = self._first, self._chance.sample(parts, len(parts))
        while self._left:
            seats = self._left[0]
            if self._one_of(seats):
                return True
            self._left.pop(0)
        return False

    def _one_of(self, seats: Seats) -> bool:
        return self._client.write(lambda: seats.take(1), seats) > 0
