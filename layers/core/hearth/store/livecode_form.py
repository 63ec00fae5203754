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
    """Attribute → JSON; what has its default value is left out.

    The plan names destinations by their number among ``destinations``, then ``also``: those that
    are no more.
    """
    settings = {
        "order": code.order,
        "planned": code.planned,
        "planned_at": code.planned_at,
        "settled_to": code.settled_to,
        "guide": _written(code.guide),
        "domains": code.domains,
        "overbooking": code.overbooking,
        "archived": code.archived,
    }
    destinations = [_written(one) for one in code.destinations]
    return dict(zip(CONTENT, map(_line, (destinations, _numbered(code), settings)), strict=True))


def read_content(code: LiveCode, content: Mapping[str, str]) -> LiveCode:
    """``code`` with what :func:`write_content` wrote; raises Malformed."""
    try:
        return _read(code, *(json.loads(content[name]) for name in CONTENT))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Malformed(f"not the content of a live code: {error!r}") from error


def _read(
    code: LiveCode, destinations: list[Any], plan: dict[str, Any], settings: dict[str, Any]
) -> LiveCode:
    every = tuple(Destination(**{**one, "kind": Kind(one["kind"])}) for one in destinations)
    return replace(
        code,
        destinations=every,
        plan=_named([*(one.id for one in every), *plan["also"]], plan["parts"]),
        order=Order(settings["order"]),
        planned=int(settings["planned"]),
        planned_at=int(settings["planned_at"]),
        settled_to=int(settings["settled_to"]),
        guide=_guide(settings["guide"]),
        domains=tuple(settings["domains"]),
        overbooking=bool(settings.get("overbooking", True)),
        archived=int(settings.get("archived", 0)),
    )


def _numbered(code: LiveCode) -> dict[str, Any]:
    known = [one.id for one in code.destinations]
    named = dict.fromkeys(name for part in code.plan for name in part.destinations)
    also = [name for name in named if name not in set(known)]
    number = {name: place for place, name in enumerate([*known, *also])}
    parts = [[one.first, one.last, *map(number.__getitem__, one.destinations)] for one in code.plan]
    return {"also": also, "parts": parts}


def _named(names: list[str], parts: list[list[int]]) -> tuple[Segment, ...]:
    return tuple(
        Segment(int(first), int(last), tuple(names[place] for place in own))
        for first, last, *own in parts
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
