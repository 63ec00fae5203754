"""Known answers, by id. Each says in ``source`` where it comes from."""

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, dict[str, Any]] = {
    vector["id"]: vector
    for vector in json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
}


def of_kind(kind: str) -> list[dict[str, Any]]:
    """All vectors of one scheme."""
    return [vector for vector in VECTORS.values() if vector["kind"] == kind]
