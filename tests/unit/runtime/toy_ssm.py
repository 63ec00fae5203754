"""Parameter Store on the table of a test."""

from collections.abc import Mapping
from typing import Any

from hearth.runtime.aws_json import AwsError


class ToySsm:
    """SSM with some parameters; writes down what it was asked."""

    def __init__(self, parameters: Mapping[str, str]) -> None:
        self.parameters = dict(parameters)
        self.asked: list[str] = []
        self.failing: Exception | None = None

    def call(self, operation: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        assert operation == "GetParameter" and payload["WithDecryption"] is True
        self.asked.append(payload["Name"])
        if self.failing:
            raise self.failing
        if payload["Name"] not in self.parameters:
            raise AwsError("ParameterNotFound", "")
        return {"Parameter": {"Value": self.parameters[payload["Name"]]}}
