"""Logs are kept for a while, not for ever, and hold no secrets."""

import json

import pytest

from tests.infra.templates import ALL, ROOMS, ROOT, function, properties


@pytest.mark.parametrize("path", ALL)
def test_every_log_group_forgets(path: str) -> None:
    for group in properties(path, "AWS::Logs::LogGroup").values():
        assert group["RetentionInDays"] == 30


@pytest.mark.parametrize("room", ROOMS)
def test_a_function_writes_to_a_group_that_forgets(room: str) -> None:
    groups = properties(ROOT, "AWS::Logs::LogGroup")
    group = groups[function(room)["LoggingConfig"]["LogGroup"]["Ref"]]
    assert group["LogGroupName"] == {"Fn::Sub": f"/aws/lambda/${{AWS::StackName}}-{room}"}


def test_the_access_log_shows_neither_address_nor_query() -> None:
    (api,) = properties(ROOT, "AWS::Serverless::HttpApi").values()
    condition, settings, otherwise = api["AccessLogSettings"]["Fn::If"]
    assert (condition, otherwise) == ("WithAccessLog", {"Ref": "AWS::NoValue"})
    entry = json.loads(settings["Format"])
    assert entry["route"] == "$context.routeKey"
    for word in ("path", "query", "sourceIp", "header", "cookie", "userAgent"):
        assert not [value for value in entry.values() if word.lower() in value.lower()]
