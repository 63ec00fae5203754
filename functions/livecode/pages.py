"""The small pages a visitor sees: one request each, no script, Chinese or English."""

from html import escape
from typing import Any

from functions.livecode.words import WORDS
from hearth.domain.scans import Led
from hearth.runtime import http

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
<meta property="og:title" content="{title}"><style>
body{{margin:0;min-height:100vh;display:grid;place-items:center;background:#faf6f0;color:#2b2420;
font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;text-align:center}}
main{{padding:24px;max-width:22rem}}h1{{font-size:1.35rem;margin:0 0 .5em}}
img{{width:min(72vw,18rem);image-rendering:pixelated;background:#fff;padding:12px;
border-radius:12px}}@media(prefers-color-scheme:dark){{body{{background:#1d1917;color:#f3ece4}}}}
</style><main><h1>{title}</h1>{content}</main></html>"""


def language(accept: str) -> str:
    """``zh`` or ``en``, whichever the header names first; Chinese when it names neither."""
    tags = [part.split(";")[0].strip()[:2].lower() for part in accept.split(",")]
    return next((tag for tag in tags if tag in WORDS), "zh")


def qr(led: Led, language: str, cookie: str) -> dict[str, Any]:
    """The group's QR code, to be scanned or pressed long."""
    words = WORDS[language]
    image = f'<img src="{escape(led.destination.picture)}" alt="{escape(words["qr"])}">'
    return _page(200, language, led.code.name, f"{image}<p>{escape(words['scan'])}</p>", (cookie,))


def full(name: str, language: str) -> dict[str, Any]:
    """No destination has room."""
    return _page(200, language, name, f"<p>{escape(WORDS[language]['full'])}</p>")


def preview(name: str, language: str) -> dict[str, Any]:
    """What robots and link previews see: the name, and no seat is taken."""
    return _page(200, language, name, f"<p>{escape(WORDS[language]['open'])}</p>")


def apology(status: int, language: str) -> dict[str, Any]:
    """Unknown code (404) or not now (anything else)."""
    words = WORDS[language]
    reason = words["unknown" if status == 404 else "later"]
    return _page(status, language, words["title"], f"<p>{escape(reason)}</p>")


def _page(
    status: int, language: str, title: str, content: str, cookies: tuple[str, ...] = ()
) -> dict[str, Any]:
    body = _PAGE.format(language=language, title=escape(title), content=content)
    return http.answer(status, body, "text/html; charset=utf-8", _HEADERS, cookies)
