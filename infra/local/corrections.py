"""Where the emulator differs from AWS in a way that would lose data or refuse good policies.

Each is held by a test in tests/local/; one that a newer emulator no longer needs can go.
"""

import os
import threading
from collections import defaultdict
from importlib import import_module
from typing import Any

WORKERS_PER_CORE = 2


def authorise_batches_as_aws_does() -> None:
    """Let `sqs:SendMessage` cover SendMessageBatch, and so on.

    IAM has no actions of the batch calls' own names (Service Authorization Reference, Amazon SQS);
    the emulator asks for them, so no policy that AWS accepts could ever allow a batch.
    """
    actions: Any = import_module("ministack.core.iam_actions")
    asked = actions.extract_iam_action

    def named(service: str, *rest: Any, **more: Any) -> str | None:
        action: str | None = asked(service, *rest, **more)
        return action.removesuffix("Batch") if action and service == "sqs" else action

    actions.extract_iam_action = named


def keep_streams_over_a_restart() -> None:
    """Save the records of table streams with the tables.

    The emulator saves how far each function has read but not the stream itself, so after a restart
    it would skip as many new records as had been read before, and lose those not yet read.
    """
    tables: Any = import_module("ministack.services.dynamodb")
    save, restore = tables.get_state, tables.load_persisted_state

    def saved() -> dict[str, Any]:
        records, trimmed = tables._stream_records, tables._stream_trimmed
        return {**save(), "stream_records": records, "stream_trimmed": trimmed}

    def restored(state: dict[str, Any] | None) -> None:
        restore(state)
        kept = state or {}
        tables._stream_records.update(kept.get("stream_records", {}))
        tables._stream_trimmed.update(kept.get("stream_trimmed", {}))

    tables.get_state, tables.load_persisted_state = saved, restored


def let_invocations_queue() -> None:
    """Give each function a few workers and let further invocations wait for one.

    The emulator starts a process for every invocation that finds no idle one, as Lambda does on
    machines of its own. Here sixty callers at once would start sixty: all then starve and time out.
    The wait is not part of the function's own time-out. No room invokes a room, so none can wait
    for itself.
    """
    functions: Any = import_module("ministack.services.lambda_svc")
    execute = functions._execute_function_dispatch
    workers = WORKERS_PER_CORE * (os.cpu_count() or 1)
    gates: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(workers))

    def execute_in_turn(function: Any, config: dict[str, Any], *rest: Any) -> Any:
        with gates[config["FunctionName"]]:
            return execute(function, config, *rest)

    functions._execute_function_dispatch = execute_in_turn
