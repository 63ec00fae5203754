"""A conditional update for each group: one more if there is room, else the next group."""

from infra.bench.simulation.designs.groups import GroupsRoom, Seats


class ConditionalRoom(GroupsRoom):
    """One item a group."""

    def take(self, parts: list[Seats], now: int) -> bool:
        """One update."""
        (seats,) = parts
        return self._client.write(lambda: seats.take(1), seats) > 0
