"""Destinations as JSON in one attribute: written by the console, read by every scan room."""

import json

from hearth.domain.livecodes import Destination, Kind


def write_destinations(destinations: tuple[Destination, ...]) -> str:
    """One line of JSON; what has its default value is left out."""
    return json.dumps([_write(destination) for destination in destinations], ensure_ascii=False)


def read_destinations(text: str) -> tuple[Destination, ...]:
    """Read :func:`write_destinations` back."""
    return tuple(Destination(**{**item, "kind": Kind(item["kind"])}) for item in json.loads(text))


def _write(destination: Destination) -> dict[str, object]:
    fields = Destination.__dataclass_fields__
    values = {name: getattr(destination, name) for name in fields}
    return {name: value for name, value in values.items() if value != fields[name].default}
