"""Secrets from SSM Parameter Store, kept in the warm environment for five minutes."""

import json
import time
from collections.abc import Mapping

from hearth.domain.errors import Misconfigured, NotFound
from hearth.runtime.aws_json import AwsError, JsonService

_FRESH_S = 300
_UNKNOWN_S = 15
_MOST = 1000


class ParameterStore:
    """Reads SecureStrings below one path; remembers answers, also “there is none”."""

    def __init__(self, path: str, service: JsonService) -> None:
        self._path = path.rstrip("/")
        self._service = service
        self._known: dict[str, tuple[float, str | None]] = {}

    def read(self, name: str) -> str:
        """The value below the path; raises NotFound, Unavailable."""
        until, value = self._known.get(name, (0.0, None))
        if time.monotonic() >= until:
            value = self._fetch(name)
            self._remember(name, value)
        if value is None:
            raise NotFound(f"there is no parameter {name}")
        return value

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """The secrets of an account as the console stored them.

        Raises NotFound, Unavailable, Misconfigured when they are no JSON object.
        """
        name = f"accounts/{platform}/{account}"
        content = _object(self.read(name))
        if content is None:
            raise Misconfigured(f"parameter {name} is not a JSON object")
        return {key: str(value) for key, value in content.items()}

    def _remember(self, name: str, value: str | None) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        lifetime = _UNKNOWN_S if value is None else _FRESH_S
        self._known[name] = (time.monotonic() + lifetime, value)

    def _fetch(self, name: str) -> str | None:
        request = {"Name": f"{self._path}/{name}", "WithDecryption": True}
        try:
            answer = self._service.call("GetParameter", request)
        except AwsError as error:
            if error.code == "ParameterNotFound":
                return None
            raise
        return str(answer["Parameter"]["Value"])


def _object(text: str) -> dict[str, object] | None:
    try:
        content = json.loads(text)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None
