"""Print a one-time login link of a deployed stack: ``python -m infra.invite STACK [--name N] …``.

Runs ``infra.login_link`` with the settings of the stack's console and the caller's own AWS rights.
"""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.place import ROOT

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient


class NoInvitation(Exception):
    """There is no such stack, or the caller may not look into it."""


def settings(functions: "LambdaClient", stack: str) -> dict[str, str]:
    """The environment that the stack's console runs in."""
    found = functions.get_function_configuration(FunctionName=f"{stack}-console")
    return dict(found["Environment"]["Variables"])


def address(stacks: "CloudFormationClient", stack: str, console: dict[str, str]) -> str:
    """The origin under which people reach the stack."""
    outputs = stacks.describe_stacks(StackName=stack)["Stacks"][0]["Outputs"]
    own = {output["OutputKey"]: output["OutputValue"] for output in outputs}
    return console.get("PUBLIC_URL") or own["ApiUrl"]


def rights(session: boto3.Session) -> dict[str, str]:
    """The caller's credentials and region, under the names that Lambda gives them."""
    found = session.get_credentials()
    if found is None or session.region_name is None:
        raise NoInvitation("AWS credentials or a region are missing; see `aws configure`")
    keys = found.get_frozen_credentials()
    named = {
        "AWS_ACCESS_KEY_ID": keys.access_key,
        "AWS_SECRET_ACCESS_KEY": keys.secret_key,
        "AWS_SESSION_TOKEN": keys.token,
        "AWS_REGION": session.region_name,
    }
    return {name: value for name, value in named.items() if value}


def invite(session: boto3.Session, stack: str, words: list[str]) -> str:
    """A whole login link; raises NoInvitation."""
    try:
        caller = rights(session)
        console = settings(session.client("lambda"), stack)
        origin = address(session.client("cloudformation"), stack, console)
    except (BotoCoreError, ClientError) as error:
        raise NoInvitation(str(error)) from error
    paths = os.pathsep.join((str(ROOT / "layers" / "core"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-m", "infra.login_link", *words],
        env=os.environ | console | caller | {"PYTHONPATH": paths},
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
