"""Runs in the measured interpreter: the room and the peer in turn, on the same callback.

Prints one line of JSON: CPU milliseconds a callback of each round, and the stub's count of
requests. The standard library, the peer and what the room is built of are all it may import.
"""

import json
import os
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

_WARM = 50


def main() -> None:
    """Measure ``BENCH_CALLBACK`` as ``BENCH_CALLS`` and ``BENCH_ROUNDS`` say."""
    calls, rounds = (int(os.environ[f"BENCH_{name}"]) for name in ("CALLS", "ROUNDS"))
    callback = json.loads(os.environ["BENCH_CALLBACK"])
    ways = {"peer": _peer(callback), "read": _read(callback), "room": _room(callback)}
    for way in ways.values():
        _cpu_ms(way, _WARM)
    found: dict[str, Any] = {name: {"cpu_ms": [], "asked": {}} for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            _told()
            found[name]["cpu_ms"].append(_cpu_ms(way, calls))
            asked = found[name]["asked"]
            for operation, times in _told().items():
                asked[operation] = asked.get(operation, 0) + times
    sys.stderr.write(json.dumps(found) + "\n")


def _cpu_ms(way: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        way()
    return (time.process_time() - begun) * 1000 / times


def _peer(callback: Mapping[str, Any]) -> Callable[[], object]:
    """The signature is verified and the body decrypted, by wechatpy."""
    secrets, query = callback["secrets"], callback["query"]
    known = [secrets[name] for name in ("token", "encoding_aes_key", "receive_id")]
    crypto = import_module("wechatpy.crypto").WeChatCrypto(*known)
    words = [query[name] for name in ("msg_signature", "timestamp", "nonce")]
    return lambda: crypto.decrypt_message(callback["body"], *words)


def _read(callback: Mapping[str, Any]) -> Callable[[], object]:
    """The same by the room's own translator."""
    from hearth.domain.callbacks import Callback  # noqa: PLC0415
    from hearth.platforms import wecom  # noqa: PLC0415

    request = Callback("POST", {}, callback["query"], callback["body"].encode())
    return lambda: wecom.open(request, callback["secrets"])


def _room(callback: Mapping[str, Any]) -> Callable[[], object]:
    """The whole handler: verified, decrypted, translated, stored, acknowledged."""
    # The measured thing, not the measure: imported as late as the rest of it.
    from functions.webhook.app import handler  # noqa: PLC0415

    event = {
        "version": "2.0",
        "headers": {"content-type": "text/xml"},
        "rawQueryString": urlencode(callback["query"]),
        "requestContext": {"http": {"method": "POST"}},
        "pathParameters": {"platform": "wecom", "account": "bench"},
        "body": callback["body"],
        "isBase64Encoded": False,
    }

    def call() -> None:
        answer = handler(event, None)
        if answer["statusCode"] != 200:
            raise SystemExit(f"a callback was answered {answer}")

    return call


def _told() -> dict[str, int]:
    with urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"], timeout=5) as answer:  # noqa: S310
        told: dict[str, int] = json.load(answer)
    told.pop("scans", None)
    return told


if __name__ == "__main__":
    main()
