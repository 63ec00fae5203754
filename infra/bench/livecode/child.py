"""Runs in the measured interpreter: the room and bare boto3 in turn, against the same stub.

Prints one line of JSON: CPU milliseconds a scan of each round, and the stub's count of requests.
The standard library and what the room is built of are all it may import.
"""

import json
import os
import sys
import time
import urllib.request
from collections.abc import Callable
from typing import Any

_EVENT = {
    "version": "2.0",
    "rawPath": "/c/bench1/poster",
    "headers": {
        "user-agent": "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 Language/zh_CN",
        "accept-language": "zh-CN",
        "x-forwarded-proto": "https",
    },
    "requestContext": {"http": {"method": "GET", "path": "/c/bench1/poster"}},
    "pathParameters": {"code": "bench1", "channel": "poster"},
}
_WARM = 50


def main() -> None:
    """Measure as ``BENCH_SCANS`` and ``BENCH_ROUNDS`` say."""
    scans, rounds = (int(os.environ[f"BENCH_{name}"]) for name in ("SCANS", "ROUNDS"))
    ways = {"boto3": _boto3(), "n1": _room(1), "n20": _room(20)}
    for way in ways.values():
        _cpu_ms(way, _WARM)
    found: dict[str, Any] = {name: {"cpu_ms": [], "asked": {}} for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            _told()
            found[name]["cpu_ms"].append(_cpu_ms(way, scans))
            asked = found[name]["asked"]
            for operation, times in _told().items():
                asked[operation] = asked.get(operation, 0) + times
    sys.stderr.write(json.dumps(found) + "\n")


def _cpu_ms(way: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        way()
    return (time.process_time() - begun) * 1000 / times


def _room(block: int) -> Callable[[], object]:
    """The handler, whose environment draws ``block`` tickets at once."""
    # The measured thing, not the measure: imported as late as the rest of it.
    from functions.livecode import app  # noqa: PLC0415
    from hearth.runtime.aws_json import dynamodb  # noqa: PLC0415
    from hearth.store.livecodes_http import LiveCodesHttp  # noqa: PLC0415
    from hearth.usecases.scan import Usher  # noqa: PLC0415

    table = LiveCodesHttp(os.environ["LIVECODES_TABLE"], dynamodb())
    usher = Usher(table, _journal, lambda rate, ahead, capacity: block)
    secrets = app.room()[1]

    def scan() -> None:
        app.room = lambda: (usher, secrets)
        answer = app.handler(_EVENT, None)
        if answer["statusCode"] != 302:
            raise SystemExit(f"a scan was answered {answer}")

    return scan


def _journal(line: str) -> None:
    """As the room logs what it answers from memory."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _boto3() -> Callable[[], object]:
    """The floor: one update of a counter, as the AWS SDK does it."""
    import boto3  # noqa: PLC0415

    client = boto3.client("dynamodb")
    request: dict[str, Any] = {
        "TableName": "livecodes",
        "Key": {"code": {"S": "bench1"}, "part": {"S": "counter"}},
        "UpdateExpression": "ADD seq :seq",
        "ExpressionAttributeValues": {":seq": {"N": "1"}},
        "ReturnValues": "ALL_NEW",
    }
    return lambda: client.update_item(**request)


def _told() -> dict[str, int]:
    with urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"], timeout=5) as answer:  # noqa: S310
        told: dict[str, int] = json.load(answer)
    told.pop("scans")
    return told


if __name__ == "__main__":
    main()
