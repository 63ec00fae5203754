"""Start the whole suite on this machine and keep it running: `make run`."""

import argparse
import signal
import sys
import time
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from infra.local.banner import banner
from infra.local.cloud import Cloud
from infra.local.deploy import deploy
from infra.local.front import open_front
from infra.local.lock import only_one
from infra.local.login import login_path
from infra.local.place import DEFAULT_PORT, DEFAULT_STATE, Place
from infra.local.ports import check_port, require_free_ports
from infra.local.problems import LocalRunError
from infra.local.processes import end_with_parent
from infra.local.simulator.server import Simulator


def main(words: list[str] | None = None) -> int:
    """Run until interrupted. Return 0 after a clean stop, 1 after a problem told in one line."""
    end_with_parent()
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell's background jobs ignore SIGINT
        signal.signal(ending, signal.default_int_handler)
    try:
        run(_place(words))
    except KeyboardInterrupt:
        return 0
    except (LocalRunError, BotoCoreError, ClientError) as problem:
        print(f"hearth: {problem}", file=sys.stderr)
        return 1
    return 0


def _place(words: list[str] | None) -> Place:
    parser = argparse.ArgumentParser(description="Run the suite on this machine.")
    parser.add_argument("--port", default=str(DEFAULT_PORT), help="the console's port")
    parser.add_argument("--state", type=Path, default=DEFAULT_STATE, help="the data folder")
    options = parser.parse_args(words)
    return Place(check_port(options.port), options.state.resolve())


def run(place: Place) -> None:
    """Serve the suite at `place` until KeyboardInterrupt; the data is saved on the way out."""
    started = time.monotonic()
    with only_one(place):
        require_free_ports(place)
        with Cloud(place) as cloud, Simulator(place.simulator_port):
            deploy(place)
            open_front(place)
            print(banner(place, login_path(place), time.monotonic() - started), flush=True)
            cloud.wait()


if __name__ == "__main__":
    sys.exit(main())
