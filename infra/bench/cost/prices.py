"""AWS's public prices, from the dated list beside this file."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

LIST = Path(__file__).with_name("prices.json")


@dataclass(frozen=True)
class Prices:
    """USD for one of each."""

    http_api_request: float
    lambda_request: float
    lambda_gb_second_arm64: float
    lambda_gb_second_x86_64: float
    dynamodb_write_unit: float
    dynamodb_read_unit: float
    logs_gb: float
    egress_gb: float
    cloudfront_request: float
    cloudfront_egress_gb: float

    def gb_second(self, architecture: str) -> float:
        """A second of one GB of memory."""
        arm = architecture == "arm64"
        return self.lambda_gb_second_arm64 if arm else self.lambda_gb_second_x86_64


def read(path: Path = LIST) -> Prices:
    """The prices; raises KeyError when one is missing."""
    usd = json.loads(path.read_text("utf-8"))["usd"]
    return Prices(**{field.name: float(usd[field.name]) for field in fields(Prices)})


def about(path: Path = LIST) -> str:
    """Where and when these prices held."""
    content = json.loads(path.read_text("utf-8"))
    return f"{content['region']}, {content['checked']}"
