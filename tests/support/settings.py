"""What each room wants to be told."""

from dataclasses import fields
from importlib import import_module


def config_of(room: str) -> type:
    """The room's configuration class."""
    module = import_module(f"hearth.runtime.config.{room}")
    config: type = getattr(module, f"{room.capitalize()}Config")
    return config


def settings_names(room: str) -> list[str]:
    """The names of its variables, in order."""
    return [field.name.upper() for field in fields(config_of(room))]
