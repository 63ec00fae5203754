"""Is the emulator itself exact? Every other proof on this machine rests on it."""

import json
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.local.clients import client
from infra.local.cloud import Cloud
from infra.local.place import Place

PROCESSES, THREADS, ROUNDS = 4, 4, 25
TABLE = "numbers"


def make_table(place: Place) -> Any:
    dynamodb = client(place, "dynamodb")
    dynamodb.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
    )
    return dynamodb


def increment_often(place: Place) -> list[int]:
    """Draw tickets from one counter in several threads, each only while it is below the limit."""
    dynamodb = client(place, "dynamodb")

    def draw(_: int) -> int:
        answer = dynamodb.update_item(
            TableName=TABLE,
            Key={"id": {"S": "counter"}},
            UpdateExpression="ADD seq :one",
            ConditionExpression="attribute_not_exists(seq) OR seq < :limit",
            ExpressionAttributeValues={":one": {"N": "1"}, ":limit": {"N": "100000"}},
            ReturnValues="UPDATED_NEW",
        )
        return int(answer["Attributes"]["seq"]["N"])

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(draw, range(THREADS * ROUNDS)))


def put_once(place: Place) -> int:
    """Try to be the first to put each of the items; return how many were won."""
    dynamodb = client(place, "dynamodb")

    def put(number: int) -> int:
        try:
            dynamodb.put_item(
                TableName=TABLE,
                Item={"id": {"S": f"item {number}"}},
                ConditionExpression="attribute_not_exists(id)",
            )
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ConditionalCheckFailedException"
            return 0
        return 1

    with ThreadPoolExecutor(THREADS) as pool:
        return sum(pool.map(put, range(ROUNDS)))


def in_processes(work: Any, place: Place) -> list[Any]:
    """Run `work(place)` in processes that share nothing and return their results."""
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        return pool.map(work, [place] * PROCESSES)


def test_no_increment_is_lost_or_given_twice(emulator: Cloud) -> None:
    make_table(emulator.place)

    drawn = [n for numbers in in_processes(increment_often, emulator.place) for n in numbers]

    assert sorted(drawn) == list(range(1, PROCESSES * THREADS * ROUNDS + 1))


def test_a_conditional_put_is_won_exactly_once(emulator: Cloud) -> None:
    make_table(emulator.place)

    won = in_processes(put_once, emulator.place)

    assert sum(won) == ROUNDS


def test_a_fifo_queue_keeps_order_and_drops_repetitions(emulator: Cloud) -> None:
    sqs = client(emulator.place, "sqs")
    attributes = {"FifoQueue": "true", "DeduplicationScope": "messageGroup"}
    queue = sqs.create_queue(QueueName="out.fifo", Attributes=attributes)["QueueUrl"]

    for number in (1, 2, 2, 3, 1):
        sqs.send_message(
            QueueUrl=queue,
            MessageBody=str(number),
            MessageGroupId="chat",
            MessageDeduplicationId=str(number),
        )

    got = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
    assert [message["Body"] for message in got] == ["1", "2", "3"]


def test_a_stream_has_every_write_in_order(emulator: Cloud) -> None:
    dynamodb = make_table(emulator.place)
    for number in range(50):
        dynamodb.put_item(TableName=TABLE, Item={"id": {"S": f"{number:03}"}})

    streams = client(emulator.place, "dynamodbstreams")
    stream = dynamodb.describe_table(TableName=TABLE)["Table"]["LatestStreamArn"]
    shard = streams.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"][0]
    start = streams.get_shard_iterator(
        StreamArn=stream, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
    )
    records = streams.get_records(ShardIterator=start["ShardIterator"])["Records"]

    written = [record["dynamodb"]["Keys"]["id"]["S"] for record in records]
    assert written == [f"{number:03}" for number in range(50)]


def test_state_survives_a_stop(emulator: Cloud) -> None:
    dynamodb = make_table(emulator.place)
    dynamodb.put_item(TableName=TABLE, Item={"id": {"S": "kept"}, "seq": {"N": "7"}})
    client(emulator.place, "ssm").put_parameter(Name="/kept", Value="s", Type="SecureString")

    emulator.stop()
    emulator.start()

    item = dynamodb.get_item(TableName=TABLE, Key={"id": {"S": "kept"}})["Item"]
    secret = client(emulator.place, "ssm").get_parameter(Name="/kept", WithDecryption=True)
    assert item["seq"] == {"N": "7"}
    assert secret["Parameter"]["Value"] == "s"


def test_a_role_may_do_only_what_its_policy_says(emulator: Cloud) -> None:
    place = emulator.place
    dynamodb = make_table(place)
    iam, sts = client(place, "iam"), client(place, "sts")
    allow = {"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "*"}
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}
    role = iam.create_role(RoleName="writer", AssumeRolePolicyDocument=document(trust))["Role"]
    iam.put_role_policy(RoleName="writer", PolicyName="p", PolicyDocument=document(allow))
    keys = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="test")["Credentials"]
    writer = dynamodb_as(place, keys)

    writer.put_item(TableName=TABLE, Item={"id": {"S": "1"}})

    with pytest.raises(ClientError, match="not authorized"):
        writer.delete_item(TableName=TABLE, Key={"id": {"S": "1"}})
    assert "Item" in dynamodb.get_item(TableName=TABLE, Key={"id": {"S": "1"}})


def document(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def dynamodb_as(place: Place, keys: dict[str, str]) -> Any:
    import boto3

    return boto3.client(
        "dynamodb",
        endpoint_url=place.cloud,
        region_name="us-east-1",
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )
