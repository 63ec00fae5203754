"""The operator of the demonstrations: logs in by the one-time link and uses the REST API."""

import time
from collections.abc import Callable
from typing import Any

import requests

from tests.local.suite import Suite

PATIENCE_S = 20.0


class Desk:
    """An operator's session on a running suite."""

    def __init__(self, suite: Suite) -> None:
        self._base = suite.base_url
        self._session = requests.Session()
        token = suite.login_url().partition("#")[2]
        opened = self.post("/api/session/link", {"token": token})
        self._session.headers["X-CSRF-Token"] = opened["csrf"]

    def get(self, path: str, **query: str) -> Any:
        """GET, which must succeed; the decoded answer."""
        return self._said(self._session.get(self._base + path, params=query, timeout=30))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """POST, which must succeed; the decoded answer."""
        return self._said(self._session.post(self._base + path, json=body, timeout=30))

    def patch(self, path: str, body: dict[str, Any]) -> Any:
        """PATCH, which must succeed; the decoded answer."""
        return self._said(self._session.patch(self._base + path, json=body, timeout=30))

    def delete(self, path: str) -> Any:
        """DELETE, which must succeed; the decoded answer."""
        return self._said(self._session.delete(self._base + path, timeout=30))

    def refused(self, method: str, path: str, body: dict[str, Any]) -> requests.Response:
        """A request that must not succeed."""
        answer = self._session.request(method, self._base + path, json=body, timeout=30)
        assert not answer.ok, f"{method} {path} was taken: {answer.text}"
        return answer

    def close(self) -> None:
        """Let the connection go."""
        self._session.close()

    @staticmethod
    def _said(answer: requests.Response) -> Any:
        told = f"{answer.request.method} {answer.url}: {answer.status_code} {answer.text}"
        assert answer.ok, told
        return answer.json() if answer.text else None


def eventually(look: Callable[[], Any], seconds: float = PATIENCE_S) -> Any:
    """What ``look`` sees as soon as it is something, or at last what it is."""
    deadline = time.monotonic() + seconds
    while not (seen := look()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return seen
