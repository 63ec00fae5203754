"""One suite per state folder: two local clouds would overwrite each other's state."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from infra.local.place import Place
from infra.local.problems import LocalRunError


@contextmanager
def only_one(place: Place) -> Iterator[None]:
    """Hold the state folder of `place`; raise LocalRunError if another suite holds it."""
    place.state.mkdir(parents=True, exist_ok=True)
    with (place.state / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as busy:
            lock.seek(0)
            where = lock.read().strip() or "another port"
            raise LocalRunError(f"Hearth already runs here, at {where}; stop it first") from busy
        lock.truncate(0)
        lock.write(f"{place.front}/console")
        lock.flush()
        yield
