"""Read a SAM template as plain data: `!Ref x` becomes {"Ref": "x"}, as in a JSON template."""

from pathlib import Path
from typing import Any

import yaml

from infra.local.problems import LocalRunError

Template = dict[str, Any]
_DATES = "tag:yaml.org,2002:timestamp"


class _Loader(yaml.SafeLoader):
    """A safe loader that knows CloudFormation's short forms and leaves dates as text."""


# `Version: 2012-10-17` is a word of the policy language, not a day.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _DATES]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _short_form(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> dict[str, Any]:
    value = _plain(loader, node)
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name in ("Ref", "Condition") else f"Fn::{name}": value}


def _plain(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


_Loader.add_multi_constructor("!", _short_form)


def load(path: Path) -> Template:
    """Return the template in `path`; raise LocalRunError if it is not one."""
    try:
        template = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise LocalRunError(f"{path} cannot be read as YAML: {error}") from error
    if not isinstance(template, dict) or "Resources" not in template:
        raise LocalRunError(f"{path} has no Resources: it is not a template")
    return template
