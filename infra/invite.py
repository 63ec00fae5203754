"""Print a one-time login link of a deployed stack: ``python -m infra.invite STACK [--name N] …``.

Runs ``infra.login_link`` with the settings of the stack's console and the caller's own AWS rights.
"""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.deployed import NotReached, environment

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient


class NoInvitation(Exception):
    """The stack is out of reach, or its console refuses."""


def address(stacks: "CloudFormationClient", stack: str, console: dict[str, str]) -> str:
    """The origin under which people reach the stack."""
    outputs = stacks.describe_stacks(StackName=stack)["Stacks"][0]["Outputs"]
    own = {output["OutputKey"]: output["OutputValue"] for output in outputs}
    return console.get("PUBLIC_URL") or own["ApiUrl"]


def invite(session: boto3.Session, stack: str, words: list[str]) -> str:
    """A whole login link; raises NoInvitation."""
    try:
        console = environment(session, stack)
        origin = address(session.client("cloudformation"), stack, console)
    except (NotReached, BotoCoreError, ClientError) as error:
        raise NoInvitation(str(error)) from error
    done = subprocess.run(
        [sys.executable, "-m", "infra.login_link", *words],
        env=os.environ | console,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoInvitation((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    return origin + done.stdout.strip()


def main(words: list[str]) -> int:
    """Print the link, or in one line why there is none."""
    if not words or words[0].startswith("-"):
        sys.stderr.write("usage: python -m infra.invite STACK [--name N] [--role R]\n")
        return 2
    try:
        link = invite(boto3.Session(), words[0], words[1:])
    except NoInvitation as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    sys.stdout.write(f"{link}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
