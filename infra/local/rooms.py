"""Run a command of the suite as one of its rooms: same settings, same packages, local cloud."""

import os
import subprocess

from botocore.exceptions import ClientError, EndpointConnectionError

from infra.local.artifacts import Recipe, build
from infra.local.clients import client, environment
from infra.local.place import CLOUD_PYTHON, ROOT, STACK, Place
from infra.local.problems import LocalRunError

COMMAND_SECONDS = 60
_KEPT_VARIABLES = ("PATH", "HOME", "LANG")


def settings_of(place: Place, function: str) -> dict[str, str]:
    """Return the environment variables that the deployed stack gives to `function` (logical id).

    Raises LocalRunError if no suite runs at `place`.
    """
    cloud = client(place, "cloudformation")
    try:
        found = cloud.describe_stack_resource(StackName=STACK, LogicalResourceId=function)
    except (EndpointConnectionError, ClientError) as error:
        # A cloud without the stack is another's, or has not come far enough yet.
        raise LocalRunError(f"no suite runs at {place.front}; start it: make run") from error
    name = found["StackResourceDetail"]["PhysicalResourceId"]
    configuration = client(place, "lambda").get_function_configuration(FunctionName=name)
    variables: dict[str, str] = configuration["Environment"]["Variables"]
    return variables


def run_as(place: Place, function: str, module: str, *words: str) -> str:
    """Run `python -m module words…` as `function`; return what it printed, or raise LocalRunError.

    It sees the packages of the vendor layer, not those of the environment it is started from.
    """
    done = subprocess.run(
        _command(module, words),
        cwd=ROOT,
        env=_environment(place, function),
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise LocalRunError(f"python -m {module} failed: {last}")
    return done.stdout.strip()


def follow_as(place: Place, function: str, module: str, *words: str) -> int:
    """Run it likewise, but let it print for itself; return how it ended. May take long."""
    own = _environment(place, function)
    return subprocess.run(_command(module, words), cwd=ROOT, env=own, check=False).returncode


def _command(module: str, words: tuple[str, ...]) -> list[str]:
    return [str(CLOUD_PYTHON), "-m", module, *words]


def _environment(place: Place, function: str) -> dict[str, str]:
    packages = build(Recipe("VendorLayer", ROOT / "layers" / "vendor")) / "python"
    own = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    paths = os.pathsep.join(map(str, (ROOT / "layers" / "core", packages, ROOT)))
    return own | settings_of(place, function) | environment(place) | {"PYTHONPATH": paths}
