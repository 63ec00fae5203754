"""Scans become figures: the table's stream calls vitality, and so does every minute."""

import json
import subprocess
import time
from typing import Any

from hearth.domain.blocks import RETURN_MS, SETTLE_MS, begun
from hearth.domain.scans import DRAWN, Facts, Seen, Who, write_facts, write_line
from infra.local.place import CLOUD_PYTHON, ROOT, STACK
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import eventually
from tests.local.messages import telegram_join
from tests.local.suite import Suite

ROBOT = {"User-Agent": "TelegramBot (like TwitterBot)"}


def _items(suite: Suite, code: str, part: str) -> list[dict[str, Any]]:
    """What the table of figures has of a code."""
    found: list[dict[str, Any]] = suite.client("dynamodb").query(
        TableName=suite.settings("VitalityFunction")["SCANS_TABLE"],
        KeyConditionExpression="code = :code AND begins_with(part, :part)",
        ExpressionAttributeValues={":code": {"S": code}, ":part": {"S": part}},
    )["Items"]
    return found


def _sums(suite: Suite, code: str) -> dict[str, int]:
    """Figures of all hours together; the test may run over the end of one."""
    sums: dict[str, int] = {}
    for item in _items(suite, code, "hour#"):
        for name, count in json.loads(item["counts"]["S"]).items():
            sums[name] = sums.get(name, 0) + count
    return sums


def test_scans_become_figures_of_their_hour(community: Community) -> None:
    suite, code = community.suite, new_code(community, link("one", 1), link("two", 9))
    for channel in ("", "poster", "poster"):
        assert scan(community, code, channel).status_code == 302
    scan(community, code, headers=ROBOT)
    shown = community.desk.get(f"/api/livecodes/{code}")
    counted = {"new": 3, "robot": 1}
    assert eventually(lambda: counted.items() <= _sums(suite, code).items()), _sums(suite, code)
    sums = _sums(suite, code)
    assert (shown["scans"], shown["robots"], shown["taken"]) == (3, 1, sums["seats"])
    assert (sums["channel||scans"], sums["channel|poster|scans"]) == (1, 2)
    taken = {d["id"]: d["taken"] for d in shown["destinations"]}
    assert taken == {ident: sums[f"destination|{ident}|seats"] for ident in taken}
    assert _items(suite, code, "facts#")
    found = _reconcile(community)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("codes: 1, hours: ") and "differences: 0" in found.stdout


def test_joins_become_figures_that_can_be_made_again(community: Community) -> None:
    way = {"group": community.group("telegram"), "way": "poster"}
    code = new_code(community, link("one", 9, **way))
    assert scan(community, code).status_code == 302
    assert eventually(lambda: _items(community.suite, code, "seats"))
    community.send_telegram(telegram_join(community.chat, 4001, "poster"))
    (told,) = eventually(lambda: _items(community.suite, code, "joins#"))
    assert json.loads(told["counts"]["S"])["joins"] == 1
    found = _reconcile(community)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.endswith(", joins: 1, differences: 0\n"), found.stdout


def _reconcile(community: Community) -> subprocess.CompletedProcess[str]:
    """What `make reconcile` says of the community."""
    words = ["--port", str(community.suite.place.port), "--community", community.key]
    command = [str(CLOUD_PYTHON), "-m", "infra.local.reconcile", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_an_ended_environment_has_logged_is_counted_by_a_tick(community: Community) -> None:
    suite, code = community.suite, new_code(community, link("one", 9))
    at = int(time.time() * 1000) - RETURN_MS - SETTLE_MS
    lease = f"{begun(at)}{code}"
    _draw(suite, code, 5, Facts((Seen(at, Who.NEW, ticket=DRAWN),), lease=lease))
    _log(suite, at, write_line(lease, Seen(at, Who.NEW, ticket=2)))
    assert eventually(lambda: _items(suite, "~open", lease))
    answer = suite.invoke("vitality", {"source": "aws.events"})
    assert answer.get("settled", 0) >= 1, answer
    assert eventually(lambda: _sums(suite, code).get("new") == 2)
    assert community.desk.get(f"/api/livecodes/{code}")["scans"] == 2


def _draw(suite: Suite, code: str, tickets: int, facts: Facts) -> None:
    """The write of an environment that draws a block."""
    amounts = {":seq": tickets, ":scans": facts.people, ":step": 1}
    suite.client("dynamodb").update_item(
        TableName=suite.settings("LivecodeFunction")["LIVECODES_TABLE"],
        Key={"code": {"S": code}, "part": {"S": "counter"}},
        UpdateExpression="ADD seq :seq, scans :scans, step :step SET last_scan = :facts",
        ExpressionAttributeValues={
            **{name: {"N": str(amount)} for name, amount in amounts.items()},
            ":facts": {"S": write_facts(facts)},
        },
    )


def _log(suite: Suite, at: int, line: str) -> None:
    """What the room that answers scans has written."""
    place = {"logGroupName": f"/aws/lambda/{STACK}-livecode", "logStreamName": f"ended-{at}"}
    logs = suite.client("logs")
    logs.create_log_stream(**place)
    logs.put_log_events(**place, logEvents=[{"timestamp": at, "message": f"{line}\n"}])


def test_each_minute_the_room_is_called(suite: Suite) -> None:
    [rule] = suite.client("events").list_rules(NamePrefix="hearth-vitality")["Rules"]
    assert (rule["ScheduleExpression"], rule["State"]) == ("rate(1 minute)", "ENABLED")
    before = len(_ticks(suite))
    assert eventually(lambda: len(_ticks(suite)) > before, seconds=90)


def _ticks(suite: Suite) -> list[dict[str, Any]]:
    """What the room has noted of them; nothing fails that was noted."""
    found: list[dict[str, Any]] = suite.client("logs").filter_log_events(
        logGroupName=f"/aws/lambda/{STACK}-vitality"
    )["events"]
    return [event for event in found if '"BlockSettled":[0.0]' in event["message"]]
