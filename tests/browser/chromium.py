"""Finds the browser that the page is tested in."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "the tests of the console's page need Chromium, and none is on this machine: install it "
    "(Debian: apt-get install chromium) or name it in the environment as HEARTH_CHROMIUM"
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Flags for a browser that runs as root, on no screen, and asks for nothing by itself."""


def find_chromium() -> str | None:
    """The program's path, or None."""
    named = os.environ.get("HEARTH_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)
