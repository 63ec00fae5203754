"""The child process that is the local cloud: ministack, ending with the process that started it."""

import runpy

from infra.local.corrections import (
    authorise_batches_as_aws_does,
    keep_streams_over_a_restart,
    let_invocations_queue,
)
from infra.local.processes import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    authorise_batches_as_aws_does()
    keep_streams_over_a_restart()
    let_invocations_queue()
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)
