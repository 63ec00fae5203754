"""The bill of a million scans, position by position."""

from dataclasses import dataclass
from enum import StrEnum

from infra.bench.cost.lines import own_bytes
from infra.bench.cost.prices import Prices
from infra.bench.cost.stack import Consumer, Function, Stack
from infra.bench.cost.usage import Count, Usage
from infra.bench.cost.work import Work

MILLION = 1_000_000
METRICS_BYTES = 400
"""Of the line with metrics that the consumer writes for a batch."""
_GB = 1e9


class Entrance(StrEnum):
    """How visitors reach the room."""

    HTTP_API = "HTTP API"
    FUNCTION_URL = "Function URL behind CloudFront, inside its free tier"
    FUNCTION_URL_BEYOND = "Function URL behind CloudFront, beyond its free tier"


@dataclass(frozen=True)
class Case:
    """Whose bill it is."""

    stack: Stack
    usage: Usage
    count: Count
    work: Work
    entrance: Entrance
    answer_bytes: int


def bill(case: Case, prices: Prices) -> dict[str, float]:
    """USD for a million scans by position; no free tier but the one that the entrance names."""
    one = {**_entered(case, prices), **_answered(case, prices), **_consumed(case, prices)}
    return {position: usd * MILLION for position, usd in one.items()}


def _entered(case: Case, prices: Prices) -> dict[str, float]:
    if case.entrance is Entrance.FUNCTION_URL:
        return {"entrance": 0.0, "access log": 0.0, "data out": 0.0}
    out = case.answer_bytes / _GB
    if case.entrance is Entrance.FUNCTION_URL_BEYOND:
        paid = out * prices.cloudfront_egress_gb
        return {"entrance": prices.cloudfront_request, "access log": 0.0, "data out": paid}
    return {
        "entrance": prices.http_api_request,
        "access log": case.stack.access_bytes / _GB * prices.logs_gb,
        "data out": out * prices.egress_gb,
    }


def _answered(case: Case, prices: Prices) -> dict[str, float]:
    room, usage = case.stack.room, case.usage
    written = room.platform_bytes + own_bytes(usage.lines, usage.line_bytes)
    return {
        "Lambda requests": prices.lambda_request,
        "Lambda time": _room_seconds(case) * _gb_second(room, prices),
        "log lines": written / _GB * prices.logs_gb,
        "write units": usage.write_units * prices.dynamodb_write_unit,
        "read units": usage.read_units * prices.dynamodb_read_unit,
    }


def _room_seconds(case: Case) -> float:
    work, usage, memory = case.work, case.usage, case.stack.room.memory
    waiting = (1 - usage.lines) * work.writing_ms(memory)
    remembered = usage.lines * work.remembered_ms(memory)
    return (waiting + remembered + usage.starts * work.starting_ms(memory)) / 1000


def _consumed(case: Case, prices: Prices) -> dict[str, float]:
    return {"stream": sum(_stream(case, one, prices) for one in case.stack.consumers)}


def _stream(case: Case, consumer: Consumer, prices: Prices) -> float:
    """The share of one scan in a batch; reading the stream itself is free for Lambda."""
    records = consumer.records(case.usage.rate * case.usage.writes)
    used, function = case.count(max(1, round(records))), consumer.function
    seconds = case.work.consuming_ms(function.memory, records) / 1000
    batch = (
        prices.lambda_request
        + seconds * _gb_second(function, prices)
        + (function.platform_bytes + METRICS_BYTES) / _GB * prices.logs_gb
    )
    tables = (
        used.write_units * prices.dynamodb_write_unit + used.read_units * prices.dynamodb_read_unit
    )
    return (batch / records + tables) * case.usage.writes


def _gb_second(function: Function, prices: Prices) -> float:
    """A second of this function."""
    return function.memory / 1024 * prices.gb_second(function.architecture)
