"""Calls to platforms over HTTP, with time limits and without following redirects."""

import json
import logging
import ssl

import requests
from requests.exceptions import InvalidHeader, InvalidSchema, InvalidURL, MissingSchema
from urllib3.exceptions import HTTPError, LocationParseError, NewConnectionError

from hearth.domain.deliveries import Later, Refused, Unclear
from hearth.outbound.connections import session
from hearth.ports import ApiRequest, ApiResponse

_TIMEOUT_S = (3.05, 10)
"""To connect, then between two bytes of the answer."""

_RECONNECT_S = 30

_LARGEST_ANSWER = 1_000_000

_NO_ADDRESS = (InvalidURL, InvalidSchema, MissingSchema, LocationParseError)


class HttpCaller:
    """One session a warm environment, so that connections are reused."""

    def __init__(self) -> None:
        # It warns of malformed answers with the whole URL, which holds the bot's token.
        logging.getLogger("urllib3").setLevel(logging.ERROR)
        self._session = session()

    def __call__(self, request: ApiRequest) -> ApiResponse | Later | Unclear | Refused:
        """Send the payload as JSON. URLs and headers hold secrets: they are never reported."""
        try:
            with self._session.request(
                request.method,
                request.url,
                json=dict(request.payload) if request.method == "POST" else None,
                headers=dict(request.headers),
                timeout=_TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as response:
                return ApiResponse(response.status_code, _object(response), _headers(response))
        except (requests.RequestException, HTTPError) as error:
            return _lost(error)


def _lost(error: requests.RequestException | HTTPError) -> Later | Unclear | Refused:
    """Refused or Later only when it is certain that nothing was sent."""
    if isinstance(error, _NO_ADDRESS):
        return Refused(f"the address of the account cannot be used: {type(error).__name__}")
    if isinstance(error, InvalidHeader):
        return Refused("a secret of the account cannot be sent in a header")
    unconnected = _never_connected(error)
    if isinstance(error, requests.ConnectTimeout) or unconnected:
        why = _of_tls(unconnected) or "no connection"
        return Later(_RECONNECT_S, f"the platform was not reached: {why}")
    return Unclear(f"no answer came: {type(error).__name__}")


def _never_connected(error: Exception) -> NewConnectionError | None:
    cause = error.args[0] if error.args else None
    reason = getattr(cause, "reason", cause)
    return reason if isinstance(reason, NewConnectionError) else None


def _of_tls(unconnected: NewConnectionError | None) -> str:
    """What TLS complains of, such as CERTIFICATE_VERIFY_FAILED; empty when it is not TLS."""
    cause = unconnected.__cause__ if unconnected else None
    if not isinstance(cause, ssl.SSLError):
        return ""
    return f"no secure connection ({cause.reason or type(cause).__name__})"


def _object(response: requests.Response) -> dict[str, object]:
    raw = response.raw.read(_LARGEST_ANSWER, decode_content=True)
    try:
        content = json.loads(raw or b"{}")
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _headers(response: requests.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}
