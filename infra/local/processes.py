"""No process of a local run outlives the one that started it."""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with_parent() -> None:
    """Ask the kernel to send this process SIGTERM when its parent dies. Linux only; else nothing.

    A SIGTERM is a clean stop here, so even a killed terminal or test run leaves saved state.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
