"""Build a room once, at the right moment."""

import os
from collections.abc import Callable
from functools import cache
from typing import TypeVar

Room = TypeVar("Room")


def once(build: Callable[[], Room]) -> Callable[[], Room]:
    """``build`` remembered; in Lambda it runs at import, in the init phase.

    There the CPU is not yet throttled, and a wrong setting stops the deployment's first start
    instead of a visitor's request.
    """
    remembered = cache(build)
    if os.environ.get("AWS_LAMBDA_FUNCTION_NAME"):
        remembered()
    return remembered
