"""What the rooms of a running suite wrote last: `make logs ROOM=console`."""

import argparse
import sys
import time
from typing import Any

from botocore.exceptions import EndpointConnectionError

from infra.local.clients import client
from infra.local.place import DEFAULT_PORT, STACK, Place
from infra.local.ports import check_port
from infra.local.problems import LocalRunError

PREFIX = f"/aws/lambda/{STACK}-"
MOST_LINES = 200
SECONDS = 3600


def main() -> int:
    """Print the newest lines of the last hour, oldest first."""
    parser = argparse.ArgumentParser(description="Print what the rooms wrote last.")
    parser.add_argument("--port", default=str(DEFAULT_PORT))
    parser.add_argument("--room", default="", help="one room; all without it")
    options = parser.parse_args()
    try:
        for line in newest(Place(check_port(options.port)), options.room):
            print(line)
    except LocalRunError as problem:
        print(f"hearth: {problem}", file=sys.stderr)
        return 1
    return 0


def newest(place: Place, room: str = "") -> list[str]:
    """Return the newest lines of `room`, or of all; raise LocalRunError if there is none such."""
    logs = client(place, "logs")
    try:
        groups = logs.describe_log_groups(logGroupNamePrefix=PREFIX + room)["logGroups"]
    except EndpointConnectionError as error:
        raise LocalRunError(f"no suite runs at {place.front}; start it: make run") from error
    names = [group["logGroupName"] for group in groups]
    if not names:
        raise LocalRunError(f"there is no room {room!r}")
    events = [(event, name) for name in names for event in _events(logs, name)]
    events.sort(key=lambda pair: pair[0]["timestamp"])
    return [_line(event, name.removeprefix(PREFIX)) for event, name in events[-MOST_LINES:]]


def _events(logs: Any, group: str) -> list[dict[str, Any]]:
    since = int(time.time() - SECONDS) * 1000
    found = logs.filter_log_events(logGroupName=group, startTime=since)
    events: list[dict[str, Any]] = found["events"]
    return events


def _line(event: dict[str, Any], room: str) -> str:
    at = time.strftime("%H:%M:%S", time.localtime(event["timestamp"] / 1000))
    return f"{at} {room:8} {event['message'].rstrip()}"


if __name__ == "__main__":
    sys.exit(main())
