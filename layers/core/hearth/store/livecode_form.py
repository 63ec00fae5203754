"""A live code's content as JSON: written by the console, read by every room that answers scans."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hearth.domain.errors import Malformed
from hearth.domain.livecodes import Destination, Guide, Kind, LiveCode, Order, Segment

CONTENT = ("destinations", "plan", "settings")
"""The attributes that :func:`write_content` fills."""

WATCHED = "yes"
"""What ``watched`` says of a code that has to be looked at when it is ``due``."""


def write_content(code: LiveCode) -> dict[str, str]:
    """Attribute → JSON; what has its default value is left out."""
    settings = {
        "order": code.order,
        "planned": code.planned,
        "planned_at": code.planned_at,
        "settled_to": code.settled_to,
        "guide": _written(code.guide),
        "domains": code.domains,
        "overbooking": code.overbooking,
    }
    plan = [[part.first, part.last, *part.destinations] for part in code.plan]
    destinations = [_written(one) for one in code.destinations]
    return dict(zip(CONTENT, map(_line, (destinations, plan, settings)), strict=True))


def read_content(code: LiveCode, content: Mapping[str, str]) -> LiveCode:
    """``code`` with what :func:`write_content` wrote; raises Malformed."""
    try:
        return _read(code, *(json.loads(content[name]) for name in CONTENT))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(f"not the content of a live code: {error!r}") from error


def _read(
    code: LiveCode, destinations: list[Any], plan: list[Any], settings: dict[str, Any]
) -> LiveCode:
    return replace(
        code,
        destinations=tuple(
            Destination(**{**one, "kind": Kind(one["kind"])}) for one in destinations
        ),
        plan=tuple(Segment(int(first), int(last), tuple(names)) for first, last, *names in plan),
        order=Order(settings["order"]),
        planned=int(settings["planned"]),
        planned_at=int(settings["planned_at"]),
        settled_to=int(settings["settled_to"]),
        guide=_guide(settings["guide"]),
        domains=tuple(settings["domains"]),
        overbooking=bool(settings.get("overbooking", True)),
    )


def _guide(values: Mapping[str, Any]) -> Guide:
    lists = {name: tuple(values.get(name, ())) for name in ("steps", "rules")}
    return Guide(**{**values, **lists})


def _written(value: Destination | Guide) -> dict[str, object]:
    fields = value.__dataclass_fields__
    values = {name: getattr(value, name) for name in fields}
    return {name: kept for name, kept in values.items() if kept != fields[name].default}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
