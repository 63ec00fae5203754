"""The child process that is the local cloud: ministack, ending with the process that started it."""

import runpy

from infra.local.processes import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)
