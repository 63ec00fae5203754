"""The child process that is the local cloud: ministack, ending with the process that started it."""

import functools
import importlib
import runpy
from collections.abc import Callable
from typing import Any

from infra.local.processes import end_with_parent

SINGLE_CALLS = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}
"""IAM has no actions for SQS's batch calls: the right to the single call covers them."""


def named_as_in_iam(named: Callable[..., str | None]) -> Callable[..., str | None]:
    """Return `named`, a function from a request to its IAM action, without actions IAM lacks."""

    @functools.wraps(named)
    def corrected(*words: Any, **more: Any) -> str | None:
        action = named(*words, **more)
        return SINGLE_CALLS.get(action, action) if action else action

    return corrected


def main() -> None:
    """Serve until SIGTERM."""
    end_with_parent()
    actions = importlib.import_module("ministack.core.iam_actions")
    actions.extract_iam_action = named_as_in_iam(actions.extract_iam_action)  # type: ignore[attr-defined]
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
