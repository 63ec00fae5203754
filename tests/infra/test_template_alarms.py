"""Somebody is told when messages die, functions fail, or work piles up."""

from typing import Any

import pytest

from tests.infra.templates import ROOMS, named_queues, own_name, properties

ALARMS = properties("infra/alarms.yaml", "AWS::CloudWatch::Alarm")


def _watched(metric: str) -> set[str]:
    found = [alarm for alarm in ALARMS.values() if alarm["MetricName"] == metric]
    return {own_name(alarm["Dimensions"][0]["Value"]) for alarm in found}


def test_every_dead_letter_queue_is_watched() -> None:
    dead = {name for name in named_queues() if "-dead" in name}
    assert _watched("ApproximateNumberOfMessagesVisible") == dead


@pytest.mark.parametrize("metric", ["Errors", "Throttles"])
def test_every_function_is_watched(metric: str) -> None:
    assert _watched(metric) == set(ROOMS)


def test_lag_and_failed_answers_are_watched() -> None:
    assert _watched("IteratorAge") == {"rules", "vitality"}
    assert _watched("ApproximateAgeOfOldestMessage") == {"outbox.fifo"}
    assert [alarm["MetricName"] for alarm in ALARMS.values()].count("5xx") == 1


@pytest.mark.parametrize("name", sorted(ALARMS))
def test_an_alarm_is_raised_and_withdrawn_and_quiet_is_healthy(name: str) -> None:
    alarm: dict[str, Any] = ALARMS[name]
    assert alarm["AlarmActions"] == alarm["OKActions"] == [{"Ref": "Topic"}]
    assert alarm["TreatMissingData"] == "notBreaching"
    assert alarm["AlarmDescription"]


def test_names_are_given_once() -> None:
    names = [own_name(alarm["AlarmName"]) for alarm in ALARMS.values()]
    assert len(set(names)) == len(names)
