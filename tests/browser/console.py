"""Somebody at the console's page, in a browser of his own."""

import re
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.local.community import Community
from tests.local.desk import Desk
from tests.support.unique import unique

PATIENCE_MS = 15_000
_REFUSALS = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
"""What the browser itself notes about an answer that the page then tells in words."""


class Console:
    """One person, one window. ``problems`` gathers what must never happen in it."""

    def __init__(
        self, browser: Browser, base_url: str, language: str = "en", width: int = 1280
    ) -> None:
        self.base_url = base_url
        self.problems: list[str] = []
        self._context = browser.new_context(
            locale={"en": "en-GB", "zh": "zh-CN"}[language],
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": 800},
        )
        self._context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self._context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", self._asked)

    def open(self, path: str = "/") -> Page:
        """Load a page of the console by its address."""
        self.page.goto(f"{self.base_url}/console{path}".removesuffix("/"))
        return self.page

    def go(self, path: str) -> None:
        """Move to a page without loading the console again, and wait until all of it is there."""
        address = f"/console{path}".removesuffix("/")
        self.page.evaluate(
            """address => {
                history.pushState(null, "", address);
                dispatchEvent(new PopStateEvent("popstate"));
            }""",
            address,
        )
        self.page.get_by_role("heading", level=1).wait_for()
        expect(self.page.locator(".loading")).to_have_count(0)

    def open_in(self, community: Community, path: str) -> Page:
        """Load a page inside a community."""
        return self.open(f"/communities/{community.key}{path}")

    def open_group(self, community: Community, tab: str, platform: str = "onebot") -> Page:
        """Load a tab of the community's group on ``platform``."""
        return self.open_in(community, group_path(community, tab, platform))

    def log_in(self, desk: Desk, role: str = "owner") -> str:
        """Come in as somebody new, by his one-time link; his name."""
        name = f"op{unique()}"
        invited = desk.post("/api/operators", {"name": name, "role": role})
        self.page.goto(self.base_url + invited["login_path"])
        self.page.get_by_role("heading", level=1, name=re.compile("Communities|社群")).wait_for()
        return name

    def close(self) -> None:
        """Leave."""
        self._context.close()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _REFUSALS.match(message.text):
            self.problems.append(message.text)

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc != urlsplit(self.base_url).netloc:
            self.problems.append(f"the page asked another host: {request.url}")


def group_path(community: Community, tab: str, platform: str = "onebot") -> str:
    """Address of a group's tab, from the community on."""
    return f"/groups/{quote(community.group(platform), safe='')}/{tab}"
