"""Bring the template of the repository to the local cloud, through CloudFormation."""

import json
import time
from typing import Any

from botocore.exceptions import ClientError

from infra.local.clients import client
from infra.local.package import BUCKET, key_of, package
from infra.local.place import ROOT, STACK, Place
from infra.local.problems import DeployError
from infra.local.templates import load

CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
DEPLOY_SECONDS = 120.0
POLL_SECONDS = 0.05
_UNCHANGED = "No updates are to be performed"
_GOOD = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


def deploy(place: Place) -> bool:
    """Create or update the stack; tell whether anything changed. Raise DeployError if refused."""
    storage = client(place, "s3")
    storage.create_bucket(Bucket=BUCKET)
    keys = set()

    def upload(name: str, content: bytes) -> str:
        key = key_of(name, content)
        storage.put_object(Bucket=BUCKET, Key=key, Body=content)
        keys.add(key)
        return key

    template = package(load(ROOT / "template.yaml"), ROOT, upload)
    root = upload("template", json.dumps(template).encode())
    changed = _apply(client(place, "cloudformation"), _request(place, root))
    _forget_all_but(storage, keys)
    return changed


def _forget_all_but(storage: Any, keys: set[str]) -> None:
    stored = storage.list_objects_v2(Bucket=BUCKET).get("Contents", [])
    for old in {entry["Key"] for entry in stored} - keys:
        storage.delete_object(Bucket=BUCKET, Key=old)


def _request(place: Place, root: str) -> dict[str, Any]:
    return {
        "StackName": STACK,
        "TemplateURL": f"https://s3.amazonaws.com/{BUCKET}/{root}",
        "Capabilities": CAPABILITIES,
        "Parameters": [
            {"ParameterKey": name, "ParameterValue": value}
            for name, value in _parameters(place).items()
        ],
    }


def _parameters(place: Place) -> dict[str, str]:
    """What a person answers on AWS; here figures shall be there at once, whatever they cost."""
    return {"PublicUrl": place.front, "ScanStatisticsSeconds": "0"}


def _apply(cloud: Any, request: dict[str, Any]) -> bool:
    try:
        if _status(cloud) is None:
            # A first try that fails leaves nothing behind, so the next one starts clean.
            cloud.create_stack(**request, OnFailure="DELETE", RetainExceptOnCreate=True)
        else:
            cloud.update_stack(**request)
    except ClientError as refusal:
        text = refusal.response.get("Error", {}).get("Message", "")
        if _UNCHANGED in text:
            return False
        raise DeployError(f"the local cloud refused template.yaml: {text}") from refusal
    _wait(cloud)
    return True


def _status(cloud: Any) -> str | None:
    try:
        return str(cloud.describe_stacks(StackName=STACK)["Stacks"][0]["StackStatus"])
    except ClientError:
        return None


def _wait(cloud: Any) -> None:
    deadline = time.monotonic() + DEPLOY_SECONDS
    while (status := _status(cloud)) and status.endswith("IN_PROGRESS"):
        if time.monotonic() > deadline:
            raise DeployError(f"the stack is still {status} after {DEPLOY_SECONDS:.0f} s")
        time.sleep(POLL_SECONDS)
    if status not in _GOOD:
        raise DeployError(f"template.yaml could not be deployed: {_first_failure(cloud)}")


def _first_failure(cloud: Any) -> str:
    """Return the resource that failed first and why; what failed after it was only cancelled."""
    events = cloud.describe_stack_events(StackName=STACK)["StackEvents"]
    failed = [e for e in events if e["ResourceStatus"].endswith("_FAILED")]
    if not failed:
        return "CloudFormation gives no reason"
    first = failed[-1]
    return f"{first['LogicalResourceId']}: {first.get('ResourceStatusReason', 'no reason given')}"
