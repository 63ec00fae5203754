"""Fill a running suite with a demo community and show it at work: `make demo`."""

import argparse
import sys

from infra.local.demo.scenes import post, scans, small_talk, spam
from infra.local.demo.stage import set_up
from infra.local.place import DEFAULT_PORT, Place
from infra.local.ports import check_port
from infra.local.problems import LocalRunError


def main() -> int:
    """Play the scenes. Return 1 after a problem told in one line."""
    parser = argparse.ArgumentParser(description="Show the running suite at work.")
    parser.add_argument("--port", default=str(DEFAULT_PORT))
    try:
        play(Place(check_port(parser.parse_args().port)))
    except LocalRunError as problem:
        print(f"hearth: {problem}", file=sys.stderr)
        return 1
    return 0


def play(place: Place) -> None:
    """Set the stage and print what happens in each scene."""
    stage = set_up(place)
    print(f"Community “{stage.key}” with an account and a group on OneBot and on Telegram\n")
    for scene in (spam, small_talk, scans, post):
        for line in scene(stage):
            print(line, flush=True)
        print()
    print(f"See it in the console: {place.front}/console")


if __name__ == "__main__":
    sys.exit(main())
