"""Print a one-time way into the console: ``python -m infra.login_link [--name N] [--role R]``.

Works on the console's own settings, so run it with the console's environment. Makes the operator
when there is none of that name. The link works once, within 15 minutes.
"""

import argparse
import os
import sys

from functions.console.api.operators import login_path
from functions.console.desk import build_desk
from hearth.domain.errors import HearthError
from hearth.domain.operators import Actor, OperatorRole
from hearth.runtime.config import from_environment
from hearth.runtime.config.console import ConsoleConfig


def main(words: list[str] | None = None) -> int:
    """Print the path, or to stderr why there is none."""
    parser = argparse.ArgumentParser(description="Print a one-time login link's path.")
    parser.add_argument("--name", default="owner", help="whose link; made when unknown")
    parser.add_argument("--role", default="owner", choices=[*OperatorRole], help="of a new one")
    wanted = parser.parse_args(words)
    try:
        desk = build_desk(from_environment(ConsoleConfig, os.environ))
        actor = Actor("command line", OperatorRole.OWNER, "command", "local")
        token = desk.operators.invite(actor, wanted.name, OperatorRole(wanted.role))
    except HearthError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    sys.stdout.write(f"{login_path(token)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
