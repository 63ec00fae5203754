"""What the templates say that a scan's price depends on."""

from dataclasses import dataclass
from typing import Any

from infra.bench.cost.lines import access_bytes, platform_bytes
from infra.local.templates import Template

_OUTPUT = "Outputs.LivecodesStreamArn"
_LONGEST_POLL_S = 0.25
"""Lambda asks a stream four times a second."""


@dataclass(frozen=True)
class Function:
    """One function's settings."""

    memory: int
    """MB."""
    architecture: str
    platform_bytes: int
    """Of Lambda's own log lines for one invocation."""


@dataclass(frozen=True)
class Consumer:
    """A function that reads the stream of the live codes' table."""

    function: Function
    batch: int
    window_s: float

    def records(self, rate: float) -> float:
        """Records of one batch when ``rate`` come in a second."""
        waits = max(self.window_s, _LONGEST_POLL_S)
        return min(self.batch, max(1.0, rate * waits))


@dataclass(frozen=True)
class Stack:
    """The way of a scan."""

    room: Function
    consumers: tuple[Consumer, ...]
    access_bytes: int
    """Of the line in the API's access log."""


def read(template: Template) -> Stack:
    """The stack of the root template."""
    functions = {name: _whole(template, name) for name in _of(template, "Function")}
    room = functions["LivecodeFunction"]
    consumers = [
        _consumer(template, own, event) for own in functions.values() for event in _streams(own)
    ]
    (api,) = _of(template, "HttpApi").values()
    form = api["Properties"].get("AccessLogSettings", {}).get("Format", "")
    return Stack(_function(room), tuple(consumers), access_bytes(form))


def _of(template: Template, kind: str) -> dict[str, Any]:
    wanted = f"AWS::Serverless::{kind}"
    return {name: one for name, one in template["Resources"].items() if one["Type"] == wanted}


def _whole(template: Template, name: str) -> dict[str, Any]:
    common = template.get("Globals", {}).get("Function", {})
    return {**common, **template["Resources"][name]["Properties"]}


def _function(own: dict[str, Any]) -> Function:
    (architecture,) = own.get("Architectures", ["x86_64"])
    lines = platform_bytes(own.get("LoggingConfig", {}))
    return Function(int(own.get("MemorySize", 128)), architecture, lines)


def _streams(own: dict[str, Any]) -> list[dict[str, Any]]:
    events = [event for event in own.get("Events", {}).values() if event["Type"] == "DynamoDB"]
    return [event["Properties"] for event in events if _OUTPUT in str(event["Properties"])]


def _consumer(template: Template, own: dict[str, Any], event: dict[str, Any]) -> Consumer:
    window = _number(template, event.get("MaximumBatchingWindowInSeconds", 0))
    return Consumer(_function(own), int(_number(template, event["BatchSize"])), window)


def _number(template: Template, value: Any) -> float:
    """A number, or the default of the parameter that stands for it."""
    if isinstance(value, dict):
        value = template["Parameters"][value["Ref"]]["Default"]
    return float(value)
