"""A browser for the tests of the console's page, and the running suite behind it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import MISSING, QUIET, find_chromium
from tests.browser.console import PATIENCE_MS, Console
from tests.local.desk import Desk
from tests.local.suite import Suite

NewConsole = Callable[..., Console]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it aloud when these tests could not run."""
    if find_chromium() is None:
        terminalreporter.write_line(f"SKIPPED tests/browser: {MISSING}", yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each opens windows of its own."""
    program = find_chromium()
    if program is None:
        pytest.skip(MISSING)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=program, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def new_console(browser: Browser, suite: Suite) -> Iterator[NewConsole]:
    """Opens windows; at the end none of them may have met a problem."""
    opened: list[Console] = []
    _forget_attempts(suite)

    def open_console(language: str = "en", width: int = 1280) -> Console:
        opened.append(Console(browser, suite.base_url, language, width))
        return opened[-1]

    yield open_console
    for console in opened:
        console.close()
    assert [problem for console in opened for problem in console.problems] == []


def _forget_attempts(suite: Suite) -> None:
    """All tests log in from one address, oftener than anybody may."""
    dynamodb = suite.client("dynamodb")
    table = suite.settings("ConsoleFunction")["OPERATORS_TABLE"]
    found = dynamodb.query(
        TableName=table,
        KeyConditionExpression="kind = :kind AND begins_with(id, :address)",
        ExpressionAttributeValues={":kind": {"S": "attempts"}, ":address": {"S": "address "}},
    )
    for item in found["Items"]:
        dynamodb.delete_item(TableName=table, Key={"kind": item["kind"], "id": item["id"]})


@pytest.fixture
def console(new_console: NewConsole, desk: Desk) -> Console:
    """An owner at the page, in English, on a laptop."""
    console = new_console()
    console.log_in(desk)
    return console
