"""What is written to CloudWatch Logs for each invocation and request, in bytes."""

import re
from collections.abc import Mapping
from typing import Any

EVENT_BYTES = 26
"""CloudWatch adds so much to each line when it counts what comes in."""

_ID = "8f507cfc-xmpl-4697-b07a-ac58fc914c95"
_TEXT = (
    f"START RequestId: {_ID} Version: $LATEST\n",
    f"END RequestId: {_ID}\n",
    f"REPORT RequestId: {_ID}\tDuration: 6.81 ms\tBilled Duration: 7 ms\t"
    "Memory Size: 512 MB\tMax Memory Used: 45 MB\t\n",
)
_JSON_LINES = [
    f'{{"time":"2026-11-22T12:00:00.000Z","type":"platform.{kind}",'
    f'"record":{{"requestId":"{_ID}",{record}}}}}\n'
    for kind, record in (
        ("start", '"version":"$LATEST"'),
        ("runtimeDone", '"status":"success"'),
        (
            "report",
            '"metrics":{"durationMs":6.81,"billedDurationMs":7,"memorySizeMB":512,'
            '"maxMemoryUsedMB":45},"status":"success"',
        ),
    )
]
_START, _DONE, _REPORT = _JSON_LINES
_JSON = {"DEBUG": (_START, _DONE, _REPORT), "INFO": (_START, _REPORT), "WARN": ()}
"""By SystemLogLevel: of an invocation that succeeds, start and report are INFO, done is DEBUG."""

_SAMPLES = {
    "requestTimeEpoch": "1763812800",
    "requestId": "KxYv5hGnoAMEMJg=",
    "routeKey": "ANY /c/{code}",
    "status": "302",
    "responseLength": "0",
    "responseLatency": "12",
    "integrationLatency": "9",
    "integrationStatus": "200",
}
_OTHER = "-"


def platform_bytes(logging: Mapping[str, Any]) -> int:
    """Lambda's own lines for one successful invocation, by the function's LoggingConfig."""
    if logging.get("LogFormat", "Text") == "Text":
        return _counted(*_TEXT)
    return _counted(*_JSON[logging.get("SystemLogLevel", "INFO")])


def access_bytes(form: str) -> int:
    """One line of the API's access log; 0 without one."""
    line = re.sub(r"\$context\.([\w.]+)", lambda name: _SAMPLES.get(name[1], _OTHER), form)
    return _counted(line) if form else 0


def own_bytes(lines: float, written: float) -> float:
    """``lines`` of the room's own, together ``written`` bytes."""
    return written + lines * EVENT_BYTES


def _counted(*lines: str) -> int:
    return sum(len(line.encode()) + EVENT_BYTES for line in lines)
