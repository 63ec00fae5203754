"""Turn the template in the repository into one whose artifacts lie in the local cloud.

What `sam package` does, for the three kinds of resources that the suite uses.
"""

import hashlib
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from infra.local.artifacts import Recipe, build
from infra.local.packing import zip_folder, zip_of
from infra.local.templates import Template

BUCKET = "hearth-artifacts"
FUNCTION = "AWS::Serverless::Function"
LAYER = "AWS::Serverless::LayerVersion"
NESTED = "AWS::Serverless::Application"
Upload = Callable[[str, bytes], str]


def package(template: Template, root: Path, upload: Upload) -> Template:
    """Return `template` with every local path replaced by what `upload` returned for its content.

    `upload` takes a logical id and bytes, and returns the object's key.
    """
    resources = dict(template["Resources"])
    code = template.get("Globals", {}).get("Function", {}).get("CodeUri")
    built = _build_all(resources, root, code)
    for name, resource in resources.items():
        replaced = _replaced(name, resource, root, built)
        if replaced:
            key, content = replaced
            where = _address(resource["Type"], upload(name, content))
            properties = {**resource.get("Properties", {}), key: where}
            resources[name] = {**resource, "Properties": properties}
    return {**template, "Resources": resources}


def _build_all(resources: dict[str, Any], root: Path, code: str | None) -> dict[str, Path]:
    recipes = []
    for name, resource in resources.items():
        properties = resource.get("Properties", {})
        if resource["Type"] == FUNCTION:
            recipes.append(Recipe(name, root / properties.get("CodeUri", code)))
        elif resource["Type"] == LAYER:
            recipes.append(Recipe(name, root / properties["ContentUri"]))
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip([r.name for r in recipes], pool.map(build, recipes), strict=True))


def _replaced(
    name: str, resource: dict[str, Any], root: Path, built: dict[str, Path]
) -> tuple[str, bytes] | None:
    if resource["Type"] == FUNCTION:
        return "CodeUri", zip_folder(built[name])
    if resource["Type"] == LAYER:
        return "ContentUri", pointer_to(built[name])
    if resource["Type"] == NESTED:
        return "Location", (root / resource["Properties"]["Location"]).read_bytes()
    return None


def pointer_to(layer: Path) -> bytes:
    """Return a layer zip whose only content makes Python look into the folder `layer`.

    The local cloud unpacks every layer again for each worker it starts: with the real packages
    that is 65 MB and 0.7 s each time. Lambda documents this path as a site directory, whose .pth
    files are followed.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    line = f"import sys; sys.path.insert(0, {str(layer / 'python')!r})\n"
    return zip_of({f"python/lib/{version}/site-packages/{layer.parent.name}.pth": line.encode()})


def _address(kind: str, key: str) -> str:
    # The local cloud reads nested templates by path-style addresses only.
    start = "https://s3.amazonaws.com" if kind == NESTED else "s3:/"
    return f"{start}/{BUCKET}/{key}"


def key_of(name: str, content: bytes) -> str:
    """Return the object key of `content`: it changes with the content, and only with it."""
    return f"{name}/{hashlib.sha256(content).hexdigest()}"
