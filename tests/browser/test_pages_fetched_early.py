"""A browser that fetches a live code in case it is wanted asks again when it is wanted."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from functions.livecode.pages import not_yet
from functions.livecode.request import is_prefetch
from tests.support.gateway import http_event

_RULES = (
    '<script type="speculationrules">{"%s":[{"urls":["/c/tea1"],"eagerness":"immediate"}]}</script>'
)
HINTS = {
    "link": '<link rel="prefetch" href="/c/tea1">',
    "prefetch": _RULES % "prefetch",
    "prerender": _RULES % "prerender",
}
FAR_MS = 20_000


class Place(ThreadingHTTPServer):
    """``/{hint}`` has a link to a code and that hint; the code answers as the room does."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.early, self.wanted = Event(), 0

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"


class _Visit(BaseHTTPRequestHandler):
    server: Place

    def do_GET(self) -> None:
        page = HINTS.get(self.path[1:])
        if page:
            return self._answer(200, f'<!doctype html>{page}<a href="/c/tea1">Tea</a>')
        early = is_prefetch(http_event("GET", self.path, headers=dict(self.headers)))
        if early:
            answer = not_yet("en")
            self._answer(answer["statusCode"], answer["body"])
            return self.server.early.set()
        if self.path.startswith("/c/"):
            self.server.wanted += 1
        return self._answer(200, "<h1>The group</h1>")

    def _answer(self, status: int, body: str) -> None:
        self.send_response(status)
        self.send_header("content-type", "text/html")
        self.send_header("cache-control", "no-store")
        self.send_header("content-length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


@pytest.fixture
def place() -> Iterator[Place]:
    with Place() as place:
        Thread(target=place.serve_forever, daemon=True).start()
        yield place
        place.shutdown()


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("hint", HINTS)
def test_the_refusal_is_thrown_away_and_the_group_is_shown(
    place: Place, window: Page, hint: str
) -> None:
    window.goto(f"{place.origin}/{hint}")
    assert place.early.wait(FAR_MS / 1000) and place.wanted == 0
    window.get_by_role("link", name="Tea").click()
    expect(window.get_by_role("heading", name="The group")).to_be_visible(timeout=FAR_MS)
    assert place.wanted == 1


def test_a_browser_that_keeps_it_goes_on_by_itself(place: Place, window: Page) -> None:
    window.route(
        f"{place.origin}/c/tea1",
        lambda route: route.fulfill(
            status=200, content_type="text/html", body=not_yet("en")["body"]
        ),
        times=1,
    )
    window.goto(f"{place.origin}/c/tea1")
    expect(window.get_by_text("One moment")).to_be_visible()
    expect(window.get_by_role("heading", name="The group")).to_be_visible(timeout=FAR_MS)
