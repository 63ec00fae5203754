"""A caller of the running suite: a browser for scans, a machine for the rest."""

import json
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from infra.local.problems import LocalRunError

_BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 15) Chrome/131 Mobile"}
_SECONDS = 30


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Do not follow: where a scan leads is what the demo wants to see."""


class Caller:
    """Somebody with cookies of his own at `base`."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.headers: dict[str, str] = {}
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stay())

    def json(self, method: str, path: str, body: object = None) -> Any:
        """Call the REST API and return its answer; raise LocalRunError when it refuses."""
        content = None if body is None else json.dumps(body).encode()
        status, text, _ = self.call(method, path, content, {"Content-Type": "application/json"})
        if status >= 400:
            raise LocalRunError(f"{method} {path} was answered {status}: {text}")
        return json.loads(text or "null")

    def scan(self, path: str) -> str:
        """Open `path` as a phone's browser does and return where it is led."""
        status, _, location = self.call("GET", path, None, _BROWSER)
        return location or f"a page ({status})"

    def call(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, str, str]:
        """Return status, text and Location of the answer; raise LocalRunError if there is none."""
        request = urllib.request.Request(  # noqa: S310 - always the suite's own http address
            self.base + path, body, {**headers, **self.headers}, method=method
        )
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return answer.status, answer.read().decode(), answer.headers.get("Location", "")
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode(), answer.headers.get("Location", "")
        except OSError as error:
            raise LocalRunError(f"nothing answers at {self.base}; start it: make run") from error
