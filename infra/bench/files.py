"""Files that figures are written to."""

import argparse
import json
from pathlib import Path
from typing import Any


def writable(text: str) -> Path:
    """The file of that name; ArgumentTypeError when it cannot be one."""
    path = Path(text)
    if not path.absolute().parent.is_dir() or path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} cannot be written: name a file in a folder")
    return path


def write(path: Path | None, content: Any) -> None:
    """Write ``content`` as JSON where a file is wanted."""
    if path:
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
