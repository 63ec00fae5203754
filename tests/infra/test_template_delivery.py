"""Nothing is lost silently: whatever gives a message up puts it where somebody looks."""

import pytest

from tests.infra.templates import Properties, att, events, function, named_queues

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


def test_the_batches_are_the_stream_and_the_outbox() -> None:
    assert set(_batches()) == {"rules/EventsStream", "deliver/Outbox"}


@pytest.mark.parametrize("name", sorted(_batches()))
def test_one_bad_record_does_not_fail_its_batch(name: str) -> None:
    assert _batches()[name]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


@pytest.mark.parametrize("name", sorted(events("DynamoDB")))
def test_a_stream_gives_up_into_a_dead_letter_queue(name: str) -> None:
    stream = events("DynamoDB")[name]
    assert stream["DestinationConfig"]["OnFailure"]["Destination"] == att(
        "Queues", "Outputs.RulesDeadQueueArn"
    )
    assert stream["BisectBatchOnFunctionError"] is True
    assert 100 <= stream["MaximumRetryAttempts"] <= 1000  # an hour's outage, and an end
    assert 0 < stream["MaximumRecordAgeInSeconds"] <= 24 * 3600
    assert stream["StartingPosition"] == "TRIM_HORIZON"


def test_a_message_stays_hidden_while_its_function_may_still_work() -> None:
    assert set(events("SQS")) == {"deliver/Outbox"}
    hidden = LIVE["outbox.fifo"]["VisibilityTimeout"]
    assert hidden >= 6 * function("deliver")["Timeout"]


def test_a_tick_that_is_not_delivered_or_fails_is_kept() -> None:
    dead = att("Queues", "Outputs.EngageDeadQueueArn")
    (schedule,) = events("Schedule").values()
    assert schedule["DeadLetterConfig"] == {"Arn": dead}
    assert schedule["RetryPolicy"]["MaximumEventAgeInSeconds"] >= 60
    invoked = function("engage")["EventInvokeConfig"]
    assert invoked["DestinationConfig"]["OnFailure"]["Destination"] == dead


def test_a_tick_ends_before_the_next() -> None:
    assert events("Schedule")["engage/Tick"]["Schedule"] == "rate(1 minute)"
    assert function("engage")["Timeout"] < 60
