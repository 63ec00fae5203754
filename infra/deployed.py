"""Run a command on a deployed stack: ``python -m infra.deployed STACK MODULE …``.

It gets the settings of the stack's console and the caller's own AWS rights.
"""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.place import ROOT

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient


class NotReached(Exception):
    """There is no such stack, or the caller may not look into it."""


def environment(session: boto3.Session, stack: str) -> dict[str, str]:
    """What the command runs in besides the caller's own environment; raises NotReached."""
    try:
        caller = rights(session)
        console = settings(session.client("lambda"), stack)
    except (BotoCoreError, ClientError) as error:
        raise NotReached(str(error)) from error
    paths = os.pathsep.join((str(ROOT / "layers" / "core"), str(ROOT)))
    return console | caller | {"PYTHONPATH": paths}


def settings(functions: "LambdaClient", stack: str) -> dict[str, str]:
    """The environment that the stack's console runs in."""
    found = functions.get_function_configuration(FunctionName=f"{stack}-console")
    return dict(found["Environment"]["Variables"])


def rights(session: boto3.Session) -> dict[str, str]:
    """The caller's credentials and region, under the names that Lambda gives them."""
    found = session.get_credentials()
    if found is None or session.region_name is None:
        raise NotReached("AWS credentials or a region are missing; see `aws configure`")
    keys = found.get_frozen_credentials()
    named = {
        "AWS_ACCESS_KEY_ID": keys.access_key,
        "AWS_SECRET_ACCESS_KEY": keys.secret_key,
        "AWS_SESSION_TOKEN": keys.token,
        "AWS_REGION": session.region_name,
    }
    return {name: value for name, value in named.items() if value}


def main(words: list[str]) -> int:
    """Run the command and end as it ends, or say in one line why it cannot run."""
    if len(words) < 2 or words[0].startswith("-"):
        sys.stderr.write("usage: python -m infra.deployed STACK MODULE …\n")
        return 2
    stack, module, *more = words
    try:
        own = environment(boto3.Session(), stack)
    except NotReached as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 2
    command = [sys.executable, "-m", module, *more]
    return subprocess.run(command, env=os.environ | own, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
