"""Writes by scans, read from the stream of the table of live codes."""

from collections.abc import Mapping
from typing import Any

from hearth.domain.scans import read_facts
from hearth.domain.statistics import Change
from hearth.store.livecodes_http import counter_of


def change_of(record: Mapping[str, Any]) -> Change | None:
    """What a scan wrote; None when something else changed the counter. Raises Malformed."""
    content = record["dynamodb"]
    if "OldImage" not in content or "NewImage" not in content:
        return None
    before, after = (counter_of(content[image]) for image in ("OldImage", "NewImage"))
    if after.step == before.step:
        return None
    facts = read_facts(content["NewImage"]["last_scan"]["S"])
    return Change(content["Keys"]["code"]["S"], before, after, facts)
