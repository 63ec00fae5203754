"""Write docs/openapi.json from the code, or with --check say whether it is up to date."""

import sys
from pathlib import Path

from functions.console.interface import document

FILE = Path(__file__).parents[1] / "docs" / "openapi.json"


def main(words: list[str]) -> int:
    """0 when written or up to date, 1 when the committed document differs from the code."""
    wanted = document()
    if "--check" not in words:
        FILE.write_text(wanted, encoding="utf-8")
        return 0
    if FILE.is_file() and FILE.read_text(encoding="utf-8") == wanted:
        return 0
    sys.stderr.write("docs/openapi.json differs from the code: run make openapi and commit it\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
