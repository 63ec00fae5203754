"""Calls to platforms over HTTP, with time limits and without following redirects."""

import json
import logging

import requests
from urllib3.exceptions import HTTPError, NewConnectionError

from hearth.domain.deliveries import Later, Unclear
from hearth.ports import ApiRequest, ApiResponse

_TIMEOUT_S = (3.05, 10)
"""To connect, then between two bytes of the answer."""

_RECONNECT_S = 30

_LARGEST_ANSWER = 1_000_000


class HttpCaller:
    """One session a warm environment, so that connections are reused."""

    def __init__(self) -> None:
        # It warns of malformed answers with the whole URL, which holds the bot's token.
        logging.getLogger("urllib3").setLevel(logging.ERROR)
        self._session = requests.Session()

    def __call__(self, request: ApiRequest) -> ApiResponse | Later | Unclear:
        """POST the payload as JSON. URLs and headers hold secrets: they are never reported."""
        try:
            with self._session.post(
                request.url,
                json=dict(request.payload),
                headers=dict(request.headers),
                timeout=_TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as response:
                return ApiResponse(response.status_code, _object(response), _headers(response))
        except (requests.RequestException, HTTPError) as error:
            return _lost(error)


def _lost(error: requests.RequestException | HTTPError) -> Later | Unclear:
    """Later only when it is certain that nothing was sent."""
    if isinstance(error, requests.ConnectTimeout) or _never_connected(error):
        return Later(_RECONNECT_S, "the platform was not reached: no connection")
    return Unclear(f"no answer came: {type(error).__name__}")


def _never_connected(error: Exception) -> bool:
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", cause), NewConnectionError)


def _object(response: requests.Response) -> dict[str, object]:
    raw = response.raw.read(_LARGEST_ANSWER, decode_content=True)
    try:
        content = json.loads(raw or b"{}")
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _headers(response: requests.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}
