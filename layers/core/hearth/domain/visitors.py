"""Who scans: people take a seat, previews and robots do not; the same person comes back."""

import hashlib
import hmac
import re

_ROBOT = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegrambot|twitterbot|"
    r"discordbot|slackbot|linkedinbot|skypeuripreview|embedly|vkshare|"
    r"qq-url-manager|iframely|meta-external|google-inspectiontool|mediapartners-google|"
    r"slack-imgproxy|mastodon/|^viber/|"
    r"curl/|wget/|python-requests|python-urllib|aiohttp/|httpx/|axios/|node-fetch|"
    r"go-http-client|headlesschrome|okhttp/|java/",
    re.IGNORECASE,
)
"""Cubot is a maker of telephones. Viber's preview begins with its name, its browser does not."""


def is_robot(method: str, user_agent: str) -> bool:
    """HEAD requests, empty agents and known previews or robots never take a seat."""
    return method != "GET" or not user_agent or _ROBOT.search(user_agent) is not None


def remember(key: str, code: str, destination: str) -> str:
    """A cookie's value that binds a visitor to a destination: ``destination.signature``."""
    return f"{destination}.{_signature(key, code, destination)}"


def recall(key: str, code: str, cookie: str) -> str:
    """The destination a cookie names, empty when it is forged or of another code."""
    destination, _, signature = cookie.rpartition(".")
    genuine = hmac.compare_digest(_bytes(signature), _bytes(_signature(key, code, destination)))
    return destination if genuine else ""


def _signature(key: str, code: str, destination: str) -> str:
    text = _bytes(f"{code}.{destination}")
    return hmac.new(key.encode(), text, hashlib.sha256).hexdigest()[:32]


def _bytes(text: str) -> bytes:
    # Cookies are chosen by strangers: nothing in them may fail to encode.
    return text.encode("utf-8", "surrogatepass")
