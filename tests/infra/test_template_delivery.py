"""Nothing is lost silently: whatever gives a message up puts it where somebody looks."""

import json

import pytest

from tests.infra.templates import (
    Properties,
    att,
    events,
    function,
    named_queues,
    own_name,
    properties,
)

FOURTEEN_DAYS = 14 * 24 * 3600
DEAD = {name: queue for name, queue in named_queues().items() if "-dead" in name}
LIVE = {name: queue for name, queue in named_queues().items() if "-dead" not in name}


@pytest.mark.parametrize("name", sorted(LIVE))
def test_a_queue_gives_up_into_a_dead_letter_queue_of_its_kind(name: str) -> None:
    redrive = LIVE[name]["RedrivePolicy"]
    assert redrive["deadLetterTargetArn"] == att("OutboxDeadQueue", "Arn")
    assert redrive["maxReceiveCount"] >= 100  # a platform that is away for an hour
    assert LIVE[name].get("FifoQueue") == DEAD["outbox-dead.fifo"].get("FifoQueue")


@pytest.mark.parametrize("name", sorted(DEAD))
def test_dead_letters_are_kept_as_long_as_possible(name: str) -> None:
    assert DEAD[name]["MessageRetentionPeriod"] == FOURTEEN_DAYS


@pytest.mark.parametrize("name", sorted(named_queues()))
def test_a_queue_is_encrypted(name: str) -> None:
    assert named_queues()[name]["SqsManagedSseEnabled"] is True


@pytest.mark.parametrize("name", [name for name in sorted(named_queues()) if ".fifo" in name])
def test_chats_do_not_wait_for_each_other(name: str) -> None:
    queue = named_queues()[name]
    assert queue["DeduplicationScope"] == "messageGroup"
    assert queue["FifoThroughputLimit"] == "perMessageGroupId"
    assert not queue.get("ContentBasedDeduplication", False)


def _batches() -> dict[str, Properties]:
    return {**events("DynamoDB"), **events("SQS"), **events("Kinesis")}


def test_the_batches_are_three_streams_and_the_outbox() -> None:
    streams = {"rules/EventsStream", "vitality/ScansStream", "vitality/JoinsStream"}
    assert set(_batches()) == {*streams, "deliver/Outbox"}


@pytest.mark.parametrize("name", sorted(_batches()))
def test_one_bad_record_does_not_fail_its_batch(name: str) -> None:
    assert _batches()[name]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


@pytest.mark.parametrize("name", sorted(events("DynamoDB")))
def test_a_stream_gives_up_into_a_dead_letter_queue(name: str) -> None:
    stream = events("DynamoDB")[name]
    assert stream["DestinationConfig"]["OnFailure"]["Destination"] == _dead(name)
    assert stream["BisectBatchOnFunctionError"] is True
    assert 100 <= stream["MaximumRetryAttempts"] <= 1000  # an hour's outage, and an end
    assert 0 < stream["MaximumRecordAgeInSeconds"] <= 24 * 3600
    assert stream["StartingPosition"] == "TRIM_HORIZON"


def test_figures_are_made_of_many_writes_by_scans_and_of_nothing_else() -> None:
    stream = events("DynamoDB")["vitality/ScansStream"]
    assert stream["BatchSize"] == 1000 and stream["ParallelizationFactor"] == 1
    assert stream["MaximumBatchingWindowInSeconds"] == {"Ref": "ScanStatisticsSeconds"}
    (pattern,) = [json.loads(one["Pattern"]) for one in stream["FilterCriteria"]["Filters"]]
    assert pattern == {
        "eventName": ["MODIFY"],
        "dynamodb": {"Keys": {"part": {"S": ["counter"]}}},
    }


def test_seats_are_confirmed_by_comings_and_goings_and_by_nothing_that_is_said() -> None:
    stream = events("DynamoDB")["vitality/JoinsStream"]
    assert stream["Stream"] == events("DynamoDB")["rules/EventsStream"]["Stream"]
    assert stream["ParallelizationFactor"] == 1
    (pattern,) = [json.loads(one["Pattern"]) for one in stream["FilterCriteria"]["Filters"]]
    assert pattern == {
        "eventName": ["INSERT", "MODIFY"],
        "dynamodb": {"NewImage": {"kind": {"S": ["membership"]}}},
    }


def test_a_message_stays_hidden_while_its_function_may_still_work() -> None:
    assert set(events("SQS")) == {"deliver/Outbox"}
    hidden = LIVE["outbox.fifo"]["VisibilityTimeout"]
    assert hidden >= 6 * function("deliver")["Timeout"]


def test_two_rooms_have_a_tick_of_their_own() -> None:
    assert set(events("Schedule")) == {"engage/Tick", "vitality/Tick"}


@pytest.mark.parametrize("name", sorted(events("Schedule")))
def test_a_tick_that_is_not_delivered_or_fails_is_kept(name: str) -> None:
    schedule = events("Schedule")[name]
    assert schedule["DeadLetterConfig"] == {"Arn": _dead(name)}
    assert schedule["RetryPolicy"]["MaximumEventAgeInSeconds"] >= 60
    invoked = function(_room(name))["EventInvokeConfig"]
    assert invoked["DestinationConfig"]["OnFailure"]["Destination"] == _dead(name)


@pytest.mark.parametrize("name", sorted(events("Schedule")))
def test_the_queue_takes_what_the_rule_of_that_name_gives_up(name: str) -> None:
    rule = own_name(events("Schedule")[name]["Name"])
    policies = properties("infra/queues.yaml", "AWS::SQS::QueuePolicy")
    (statement,) = policies[f"{_room(name).capitalize()}DeadQueuePolicy"]["PolicyDocument"][
        "Statement"
    ]
    assert statement["Resource"] == att(f"{_room(name).capitalize()}DeadQueue", "Arn")
    source = statement["Condition"]["ArnEquals"]["aws:SourceArn"]
    assert source == {"Fn::Sub": f"${{RuleArn}}-{rule}"}


@pytest.mark.parametrize("name", sorted(events("Schedule")))
def test_a_tick_ends_before_the_next(name: str) -> None:
    assert events("Schedule")[name]["Schedule"] == "rate(1 minute)"
    assert function(_room(name))["Timeout"] < 60


def _room(event: str) -> str:
    return event.partition("/")[0]


def _dead(event: str) -> dict[str, list[str]]:
    """ARN of the dead-letter queue of the event's room."""
    return att("Queues", f"Outputs.{_room(event).capitalize()}DeadQueueArn")
