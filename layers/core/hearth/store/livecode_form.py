"""Destinations as JSON in one attribute: written by the console, read by every scan room."""

import json
from typing import Any

from hearth.domain.errors import Malformed
from hearth.domain.livecodes import Destination, Kind


def write_destinations(destinations: tuple[Destination, ...]) -> str:
    """One line of JSON; what has its default value is left out."""
    return json.dumps([_write(destination) for destination in destinations], ensure_ascii=False)


def read_destinations(text: str) -> tuple[Destination, ...]:
    """Read :func:`write_destinations` back; raises Malformed."""
    try:
        return tuple(_read(item) for item in json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(f"not a list of destinations: {error!r}") from error


def _read(item: dict[str, Any]) -> Destination:
    return Destination(**{**item, "kind": Kind(item["kind"])})


def _write(destination: Destination) -> dict[str, object]:
    fields = Destination.__dataclass_fields__
    values = {name: getattr(destination, name) for name in fields}
    return {name: value for name, value in values.items() if value != fields[name].default}
