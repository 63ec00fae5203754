"""The figures as tables for people and as JSON for programs."""

from collections.abc import Mapping
from typing import Any

from infra.bench.interpreters import Interpreter
from infra.bench.livecode.cpu import Cpu
from infra.bench.livecode.crowd import CLIENTS
from infra.bench.livecode.load import CAPACITY, GROUPS, VISITORS, Load

METHOD = f"""\
CPU: the room as `sam build` makes it, in one process, {{rounds}} rounds of 1,000 scans in turn with
1,000 bare boto3 update_item, against a stub that answers at once; user and system time, least of
the rounds. Requests are those that the stub counted. The crowd: {CLIENTS} clients, {VISITORS:,}
visitors, {GROUPS} groups of {CAPACITY}, through the whole suite on this machine; once more with one
of the warm environments killed half-way. Counted is what the console shows when all is counted;
blocks of ended environments are counted from the log a minute or two later."""

_CROWD = ("max shown", "scans", "counted", "turned", "a second")


def table(
    cpu: Cpu, crowd: Load, killed: Load, costs: Mapping[str, Any], interpreter: Interpreter
) -> str:
    """Lines to print."""
    lines = [
        f"{'CPU ms a scan':<34}{'least':>10}{'median':>10}{'of boto3':>10}",
        _cpu_row("bare boto3 update_item", cpu.boto3, cpu.boto3_median, cpu),
        _cpu_row("the room, n = 1", cpu.room, cpu.room_median, cpu),
        _cpu_row("the room, n = 20", cpu.room_blocks, cpu.room_blocks_median, cpu),
        "",
        f"writes a scan: {cpu.writes_n1:.3f} at n = 1, {cpu.writes_n20:.3f} at n = 20; "
        f"reads a scan: {cpu.reads:.3f}",
        "",
        f"{'the crowd':<34}" + "".join(f"{word:>10}" for word in _CROWD),
        _crowd_row(f"{crowd.rooms} environments", crowd),
        _crowd_row(f"{killed.rooms} environments, 1 killed", killed),
        "",
        *(f"{name:<44}{costs[name]:>10.4f}" for name in _priced(costs)),
        "",
        METHOD.format(rounds=cpu.rounds),
        *interpreter.remarks,
    ]
    return "\n".join(lines)


def figures(
    cpu: Cpu, crowd: Load, killed: Load, costs: Mapping[str, Any], interpreter: Interpreter
) -> dict[str, Any]:
    """Names and numbers; ``max_shown``, ``scans`` and ``counted`` are of the worse crowd."""
    worse = max((crowd, killed), key=lambda one: (one.max_shown, abs(one.counted - one.scans)))
    return {
        "max_shown": worse.max_shown,
        "scans": worse.scans,
        "counted": worse.counted,
        "writes_per_scan_n1": round(cpu.writes_n1, 4),
        "writes_per_scan_n20": round(cpu.writes_n20, 4),
        "reads_per_scan": round(cpu.reads, 4),
        "cpu_ratio_to_floor": round(cpu.ratio, 3),
        **{name: costs[name] for name in _priced(costs)},
        "crowds": {"whole": _crowd(crowd), "killed": _crowd(killed)},
        "cpu_ms": {"boto3": cpu.boto3, "n1": cpu.room, "n20": cpu.room_blocks},
        "python": interpreter.version,
    }


def _priced(costs: Mapping[str, Any]) -> list[str]:
    return [name for name in costs if name.startswith("usd_per_million")]


def _crowd(load: Load) -> dict[str, Any]:
    return {
        "max_shown": load.max_shown,
        "scans": load.scans,
        "counted": load.counted,
        "taken": load.taken,
        "turned": load.seen.turned,
        "failed": load.seen.failed,
        "environments": load.rooms,
        "killed": load.killed,
        "scans_a_second": round(VISITORS / load.seen.seconds, 1),
    }


def _cpu_row(name: str, least: float, median: float, cpu: Cpu) -> str:
    return f"{name:<34}{least:>10.3f}{median:>10.3f}{least / cpu.boto3:>10.2f}"


def _crowd_row(name: str, load: Load) -> str:
    rate = VISITORS / load.seen.seconds
    return (
        f"{name:<34}{load.max_shown:>10}{load.scans:>10}{load.counted:>10}"
        f"{load.seen.turned:>10}{rate:>10.0f}"
    )
