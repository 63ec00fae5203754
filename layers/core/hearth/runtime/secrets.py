"""Secrets from SSM Parameter Store, kept in the warm environment for five minutes at most.

Parameter Store answers 40 requests a second for the whole AWS account. Anybody can ask for accounts
that do not exist, so guesses are slowed down and never push out what is known to be good.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Mapping

from hearth.domain.errors import Misconfigured, NotFound, Unavailable
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.runtime.pace import Pace

REFILL_KEY = "refill/key"
"""What signs refill links; not below ``livecode/``, which the room of strangers may read."""

_FRESH_S = (240, 300)
"""Shortest and longest: environments that started together shall not ask together."""

_MISSING_S = 15
_AGAIN_S = 15
"""Before a value that could not be refreshed is asked for again."""

_MOST_MISSING = 1000
_GUESSES = 5
_GUESSES_PER_S = 1


class ParameterStore:
    """Reads SecureStrings below one path; remembers answers, also “there is none”."""

    def __init__(
        self, path: str, service: JsonService, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._path = path.rstrip("/")
        self._service = service
        self._clock = clock
        self._guesses = Pace(_GUESSES, _GUESSES_PER_S, clock)
        self._values: dict[str, tuple[float, str]] = {}
        """Never emptied: there are as many as operators have entered."""
        self._missing: dict[str, float] = {}

    def read(self, name: str) -> str:
        """The value below the path; raises NotFound, Unavailable.

        Unavailable also when too many names were asked for that do not exist. A value that was
        read before is used on for as long as Parameter Store does not answer.
        """
        until, known = self._values.get(name, (0.0, None))
        if known is None:
            return self._look_up(name)
        return known if self._clock() < until else self._refresh(name, known)

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """The secrets of an account as the console stored them.

        Raises NotFound, Unavailable, Misconfigured when they are no JSON object.
        """
        name = f"accounts/{platform}/{account}"
        content = _object(self.read(name))
        if content is None:
            raise Misconfigured(f"parameter {name} is not a JSON object")
        return {key: str(value) for key, value in content.items()}

    def _look_up(self, name: str) -> str:
        if self._clock() < self._missing.get(name, 0.0):
            raise _none(name)
        if not self._guesses.take():
            raise Unavailable("too many unknown parameters were asked for: try again in a second")
        value = self._fetch(name)
        self._guesses.give_back()  # it exists, so it was no guess
        return value

    def _refresh(self, name: str, known: str) -> str:
        try:
            return self._fetch(name)
        except Unavailable as error:
            _warn(f"parameter {name} is used on as it was: {error}")
            self._values[name] = (self._clock() + _AGAIN_S, known)
            return known

    def _fetch(self, name: str) -> str:
        request = {"Name": f"{self._path}/{name}", "WithDecryption": True}
        try:
            answer = self._service.call("GetParameter", request)
        except AwsError as error:
            if error.code != "ParameterNotFound":
                raise
            self._miss(name)
            raise _none(name) from error
        value = str(answer["Parameter"]["Value"])
        lifetime = random.uniform(*_FRESH_S)  # noqa: S311 - jitter
        self._values[name] = (self._clock() + lifetime, value)
        return value

    def _miss(self, name: str) -> None:
        self._values.pop(name, None)
        if len(self._missing) >= _MOST_MISSING:
            self._missing.clear()
        self._missing[name] = self._clock() + _MISSING_S


def _none(name: str) -> NotFound:
    return NotFound(f"there is no parameter {name}")


def _warn(message: str) -> None:
    """One line in the log of a room that may not load a logger."""
    sys.stderr.write(json.dumps({"level": "WARNING", "message": message}) + "\n")


def _object(text: str) -> dict[str, object] | None:
    try:
        content = json.loads(text)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None
