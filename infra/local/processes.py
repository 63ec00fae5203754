"""No process of a local run outlives the one that started it."""

import os
import signal
import threading
import time

LOOK_SECONDS = 0.5


def end_with_parent() -> None:
    """Send this process SIGTERM when its parent dies.

    A SIGTERM is a clean stop here, so even a killed terminal or test run leaves saved state.
    """
    watch = threading.Thread(target=_watch, args=(os.getppid(),), daemon=True)
    watch.start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
