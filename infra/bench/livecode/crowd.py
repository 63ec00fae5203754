"""A crowd before one live code: many phones at once, each seen once."""

import http.client
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from infra.local.place import Place

CLIENTS = 64
_PHONE = {"User-Agent": "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 Language/zh_CN"}
_SECONDS = 60


@dataclass(frozen=True)
class Seen:
    """What a crowd was answered."""

    shown: Counter[str]
    """Where visitors were led → how many."""
    turned: int
    failed: int
    seconds: float


def come(place: Place, code: str, visitors: int) -> Seen:
    """Let ``visitors`` scan ``code``, :data:`CLIENTS` at a time, each without a cookie."""
    lines = threading.local()

    def scan(_: int) -> tuple[int, str]:
        if not hasattr(lines, "one"):
            lines.one = http.client.HTTPConnection("127.0.0.1", place.port, timeout=_SECONDS)
        lines.one.request("GET", f"/c/{code}/bench", headers=_PHONE)
        answer = lines.one.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")

    begun = perf_counter()
    with ThreadPoolExecutor(CLIENTS) as phones:
        answers = list(phones.map(scan, range(visitors)))
    return Seen(
        Counter(location for status, location in answers if status == 302),
        sum(status == 200 for status, _ in answers),
        sum(status not in (200, 302) for status, _ in answers),
        perf_counter() - begun,
    )


def together(first: Seen, second: Seen) -> Seen:
    """Both as one."""
    return Seen(
        first.shown + second.shown,
        first.turned + second.turned,
        first.failed + second.failed,
        first.seconds + second.seconds,
    )
