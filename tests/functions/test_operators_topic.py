"""What reaches the operators who listen to the topic: on a real topic of the local cloud."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.notices import EVERYWHERE, Fact, NoticeKind, notice
from hearth.outbound.notices_sns import SnsTeller
from hearth.runtime.clients import sns
from tests.conftest import Aws
from tests.support.unique import unique

TEA = Community("tea", "茶友会", "zh", "Asia/Shanghai", "", 1)
CLUB = Community("club", "Tea club", "en", "Europe/Berlin", "", 1)
FULL: dict[str, Fact] = {"code": "abcd", "name": "海报", "seats": 200, "shown": "nobody"}


class Inbox:
    """Somebody who listens to the topic of ``infra/queues.yaml``."""

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self._queues: Any = boto3.client("sqs")
        self._url = self._queues.create_queue(QueueName=f"inbox-{unique()}")["QueueUrl"]
        known = self._queues.get_queue_attributes(QueueUrl=self._url, AttributeNames=["QueueArn"])
        arn = known["Attributes"]["QueueArn"]
        self._queues.set_queue_attributes(QueueUrl=self._url, Attributes={"Policy": _taking(arn)})
        topics: Any = boto3.client("sns")
        topics.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)

    def letters(self) -> list[dict[str, Any]]:
        """What came, at most ten."""
        found = self._queues.receive_message(
            QueueUrl=self._url, MaxNumberOfMessages=10, WaitTimeSeconds=5
        )
        return [json.loads(message["Body"]) for message in found["Messages"]]

    def letter(self) -> dict[str, Any]:
        """The only letter that came."""
        (letter,) = self.letters()
        return letter


def opened() -> Inbox:
    """A new inbox at the topic of the templates."""
    topics: Any = boto3.client("sns")
    every = [one["TopicArn"] for one in topics.list_topics()["Topics"]]
    (topic,) = [arn for arn in every if arn.endswith(":test-operators")]
    return Inbox(topic)


@pytest.fixture
def inbox(aws: Aws) -> Iterator[Inbox]:
    yield opened()


def _teller(inbox: Inbox, token: str = "") -> SnsTeller:
    return SnsTeller(sns(), inbox.topic, "https://hearth.example/", lambda _: token)


def test_a_notice_is_told_in_the_communitys_language_with_a_link(inbox: Inbox) -> None:
    kind, link = NoticeKind.LIVECODE_FULL, "/communities/tea/livecodes/abcd"
    _teller(inbox).tell(notice(kind, "tea", "livecode:abcd", "1", FULL, 1, link), TEA)
    letter = inbox.letter()
    assert letter["Subject"] == "[Hearth] alarm: livecode-full"
    title, said, address = letter["Message"].split("\n\n")
    assert title == "茶友会" and "海报" in said and "200 个名额" in said
    assert address == "https://hearth.example/console/communities/tea/livecodes/abcd"
    told = {name: one["Value"] for name, one in letter["MessageAttributes"].items()}
    assert told == {"community": "tea", "kind": "livecode-full", "urgency": "alarm"}


def test_a_link_for_the_next_group_stands_before_the_one_into_the_console(inbox: Inbox) -> None:
    kind, link = NoticeKind.LIVECODE_FULL, "/communities/tea/livecodes/abcd"
    full = notice(kind, "tea", "livecode:abcd", "1", FULL, 1, link)
    _teller(inbox, "abcd.0a1b2c3d.1763816400000.x").tell(full, TEA)
    *_, words, refill, console = inbox.letter()["Message"].split("\n\n")
    assert "免登录" in words and console.endswith(link)
    assert refill == "https://hearth.example/console/refill#abcd.0a1b2c3d.1763816400000.x"


def test_a_task_says_that_it_is_one(inbox: Inbox) -> None:
    facts: dict[str, Fact] = {"code": "a", "name": "b", "group": "Tea 7", "left": 9, "full_at": 0}
    kind = NoticeKind.LIVECODE_NEXT_GROUP
    _teller(inbox).tell(notice(kind, "club", "livecode:a", "1", facts, 1, "/"), CLUB)
    letter = inbox.letter()
    assert letter["Subject"] == "[Hearth] warning: livecode-next-group (to do)"
    assert "make the group “Tea 7” by hand" in letter["Message"]


def test_what_concerns_everybody_is_told_in_every_language(inbox: Inbox) -> None:
    facts: dict[str, Fact] = {"domain": "a.example", "why": "silent", "instead": "b.example"}
    kind = NoticeKind.DOMAIN_BLOCKED
    _teller(inbox).tell(notice(kind, EVERYWHERE, "domain:a", "1", facts, 1, "/domains"), None)
    said = inbox.letter()["Message"]
    assert "超时无应答" in said and "no answer in time" in said
    assert said.endswith("\n\nhttps://hearth.example/console/domains")


def test_half_a_character_in_a_name_keeps_no_notice_from_being_told(inbox: Inbox) -> None:
    facts = {**FULL, "name": "海\ud800报"}
    full = notice(NoticeKind.LIVECODE_FULL, "tea", "livecode:abcd", "1", facts, 1, "/")
    _teller(inbox).tell(full, TEA)
    assert "海?报" in inbox.letter()["Message"]


def test_a_topic_that_is_not_there_is_unavailable(inbox: Inbox) -> None:
    nowhere = SnsTeller(sns(), f"{inbox.topic}-of-another", "https://hearth.example", str)
    kind = NoticeKind.LIVECODE_FULL
    with pytest.raises(Unavailable, match="topic"):
        nowhere.tell(notice(kind, "tea", "livecode:abcd", "1", FULL, 1, "/"), TEA)


def _taking(queue: str) -> str:
    """A policy that lets topics send to the queue."""
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": queue,
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})
