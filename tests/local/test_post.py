"""A post that is due is sent once, whatever happens in between, and its outcome is visible."""

import time
from typing import Any

from hearth.domain.actions import PostText
from hearth.domain.deliveries import Order
from hearth.domain.groups import GroupRef
from tests.local.community import Community
from tests.local.desk import eventually

TICK = {"source": "aws.events", "detail-type": "Scheduled Event"}


def _post(community: Community, text: str, **more: Any) -> dict[str, Any]:
    wanted = {"text": text, "groups": [community.group("onebot")], **more}
    made: dict[str, Any] = community.desk.post(f"/api/communities/{community.key}/posts", wanted)
    return made


def _outcome(community: Community, post: dict[str, Any]) -> str:
    [delivery] = community.desk.get(f"/api/posts/{post['post']}/deliveries")["items"]
    return str(delivery["status"])


def _said(community: Community) -> list[str]:
    calls = community.suite.calls(account=community.key, method="send_group_msg")
    segments = [segment for call in calls for segment in call["parameters"]["message"]]
    return [segment["data"]["text"] for segment in segments]


def test_a_post_due_now_is_sent_once_by_the_minute_tick(community: Community) -> None:
    post = _post(community, "tea at five")
    for _ in range(3):
        community.suite.invoke("engage", TICK)
    assert eventually(lambda: _outcome(community, post) == "sent")
    for _ in range(2):
        community.suite.invoke("engage", TICK)
    time.sleep(1)
    assert _said(community) == ["tea at five"]
    shown = community.desk.get(f"/api/posts/{post['post']}")
    assert shown["status"] == "dispatched"


def test_the_schedule_itself_sends_it(community: Community) -> None:
    _post(community, "by itself")
    assert eventually(lambda: _said(community) == ["by itself"], seconds=90)


def test_a_post_of_tomorrow_waits_and_can_be_cancelled(community: Community) -> None:
    tomorrow = int((time.time() + 86_400) * 1000)
    post = _post(community, "tomorrow", due=tomorrow)
    community.suite.invoke("engage", TICK)
    assert _outcome(community, post) == "pending"
    community.desk.delete(f"/api/posts/{post['post']}")
    assert community.desk.get(f"/api/posts/{post['post']}")["status"] == "cancelled"
    assert _said(community) == []


def test_a_crash_between_claim_and_send_is_shown_and_not_sent_twice(
    community: Community,
) -> None:
    post = _post(community, "lost", due=int((time.time() + 3600) * 1000))
    group = GroupRef.parse(community.group("onebot"))
    order = Order(group, PostText("lost"), f"post:{post['post']}")
    _claim_and_die(community, order)

    community.suite.client("dynamodb").update_item(
        TableName=community.suite.settings("EngageFunction")["POSTS_TABLE"],
        Key={"post": {"S": post["post"]}},
        UpdateExpression="SET due = :now",
        ExpressionAttributeValues={":now": {"N": "1"}},
    )
    community.suite.invoke("engage", TICK)
    assert eventually(lambda: _outcome(community, post) == "unknown")
    assert _said(community) == []


def _claim_and_die(community: Community, order: Order) -> None:
    """What a delivery room leaves behind that ended right after its claim."""
    now = str(int(time.time() * 1000))
    item = {"delivery": order.id, "group": order.group.id, "source": order.source}
    item |= {"order": order.to_json(), "status": "sending", "detail": ""}
    numbers = {"created": now, "attempts": "1", "expires": str(int(time.time()) + 9999)}
    community.suite.client("dynamodb").put_item(
        TableName=community.suite.settings("DeliverFunction")["DELIVERIES_TABLE"],
        Item={k: {"S": v} for k, v in item.items()} | {k: {"N": v} for k, v in numbers.items()},
    )


def test_a_lost_answer_is_shown_as_unknown_and_not_repeated(community: Community) -> None:
    community.suite.fail_next("send_group_msg", "reset", account=community.key)
    post = _post(community, "was it heard?")
    community.suite.invoke("engage", TICK)
    assert eventually(lambda: _outcome(community, post) == "unknown")
    time.sleep(2)
    assert _said(community) == ["was it heard?"]


def test_what_the_platform_postpones_is_sent_after_its_delay(community: Community) -> None:
    community.suite.fail_next("send_group_msg", "429", account=community.key)
    post = _post(community, "patience")
    community.suite.invoke("engage", TICK)
    assert eventually(lambda: _outcome(community, post) == "sent", seconds=60)
    assert _said(community) == ["patience", "patience"]  # refused, then taken


def test_a_group_that_cannot_be_posted_to_is_refused_with_the_reason(
    community: Community,
) -> None:
    group = f"wecom:{community.key}:wr1"
    community.desk.post("/api/groups", {"group": group, "name": "c", "community": community.key})
    path = f"/api/communities/{community.key}/posts"
    refused = community.desk.refused("POST", path, {"text": "hello", "groups": [group]})
    assert refused.status_code == 422 and "no API" in refused.json()["error"]["message"]
