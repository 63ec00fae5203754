"""Nothing that was received is lost or skipped when the suite is stopped and started."""

from collections.abc import Iterator
from typing import Any

import pytest

from infra.local.place import Place
from infra.local.ports import free_pair
from tests.local.community import Community, founded
from tests.local.desk import Desk, eventually
from tests.local.messages import onebot_message
from tests.local.suite import Suite


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Suite]:
    """A suite of this test's own, to be stopped and started."""
    suite = Suite(Place(free_pair(), tmp_path_factory.mktemp("own")))
    try:
        suite.start()
        yield suite
    finally:
        suite.stop()


def _mapping(suite: Suite) -> Any:
    found = suite.client("lambda").list_event_source_mappings(FunctionName="hearth-rules")
    return found["EventSourceMappings"][0]


def _judged(community: Community) -> list[str]:
    events = community.desk.get(f"/api/groups/{community.group('onebot')}/events")["items"]
    return sorted(event["text"] for event in events if event["verdict"])


def test_events_before_between_and_after_are_all_judged(own: Suite) -> None:
    desk = Desk(own)
    community = founded(own, desk)
    community.send_onebot(onebot_message(community.chat, "before", 1))
    assert eventually(lambda: _judged(community) == ["before"])

    mapping = _mapping(own)["UUID"]
    own.client("lambda").update_event_source_mapping(UUID=mapping, Enabled=False)
    community.send_onebot(onebot_message(community.chat, "between", 2))
    own.restart()
    own.client("lambda").update_event_source_mapping(UUID=mapping, Enabled=True)
    community.send_onebot(onebot_message(community.chat, "after", 3))

    assert eventually(lambda: _judged(community) == ["after", "before", "between"])
    desk.close()
