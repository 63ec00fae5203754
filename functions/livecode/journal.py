"""What the room writes to its log."""

import json
import sys


def journal(line: str) -> None:
    """The log outlives the environment, so nothing that is only in memory is ever lost."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def complain(error: Exception) -> None:
    """One line of JSON about what must not happen."""
    sys.stderr.write(json.dumps({"level": "ERROR", "message": str(error)}) + "\n")
