"""What was given up is shown and can be dealt with."""

import json

from playwright.sync_api import expect

from tests.browser.console import Console
from tests.local.suite import Suite
from tests.support.unique import unique


def test_a_dead_letter_is_told_in_words_and_discarded(console: Console, suite: Suite) -> None:
    note = unique()
    queue = suite.settings("RulesFunction")["RULES_DEAD_QUEUE_URL"]
    suite.client("sqs").send_message(QueueUrl=queue, MessageBody=f"not a letter: {note}")
    page = console.open("/dead-letters")
    card = page.get_by_role("listitem").filter(has_text=note)
    expect(card).to_contain_text("An event that could not be judged")
    expect(card).to_contain_text("cannot be processed again")

    card.get_by_role("button", name="Discard").click()
    page.get_by_role("dialog").get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Done.")).to_be_visible()
    expect(card).to_have_count(0)


def test_scans_that_could_not_be_counted_are_told_in_words(console: Console, suite: Suite) -> None:
    code = unique()
    queue = suite.settings("VitalityFunction")["VITALITY_DEAD_QUEUE_URL"]
    letter = {"code": code, "facts": "{", "error": f"Malformed: {code}", "at": 1}
    suite.client("sqs").send_message(QueueUrl=queue, MessageBody=json.dumps(letter))
    card = console.open("/dead-letters").get_by_role("listitem").filter(has_text=code)
    expect(card).to_contain_text("Scans that could not be counted")
    expect(card).to_contain_text("The figures by the hour lack them")
    expect(card.get_by_role("button", name="Process again")).to_have_count(0)
