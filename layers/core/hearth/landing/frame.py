"""The frame around every page: style, heading, brand."""

from html import escape

from hearth.domain.guides import is_colour
from hearth.domain.livecodes import Guide
from hearth.landing.colours import DEFAULT, ink_on
from hearth.landing.words import words_of

_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>{head}
<style>:root{{color-scheme:light dark;--brand:{brand};--on:{on};--ground:#f6f1ea;--card:#fffdf9;
--ink:#2b221b;--soft:#6a5b4f;--line:#e2d7ca;--edge:#94826f;--bad:#a02622}}
@media(prefers-color-scheme:dark){{:root{{--ground:#171310;--card:#211b17;--ink:#efe7dd;
--soft:#b8a999;--line:#3a3029;--edge:#7d6d5f;--bad:#ff9d92}}}}
*{{box-sizing:border-box}}body{{margin:0;background:var(--ground);color:var(--ink);
font:1.0625rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}}
header{{background:var(--brand);color:var(--on);border-bottom:1px solid var(--line)}}
header>div,main{{max-width:27rem;margin:auto;padding:1rem}}
header>div{{display:flex;gap:.75rem;align-items:center}}
h1{{font-size:1.3rem;line-height:1.3;margin:.25rem 0}}h2{{font-size:1rem;margin:1.5rem 0 .5rem}}
.logo{{width:3rem;height:3rem;object-fit:contain;background:#fff;border-radius:.5rem;flex:none}}
figure,form{{margin:0;padding:1rem;background:var(--card);border:1px solid var(--line);
border-radius:.75rem}}form{{padding-top:.25rem}}figure{{text-align:center}}figcaption{{margin-top:.5rem;font-weight:600}}
.qr{{display:block;margin:auto;width:min(100%,17rem);image-rendering:pixelated;background:#fff;
border-radius:.5rem}}.go{{display:block;width:100%;padding:.75rem;text-align:center;border-radius:
.75rem;background:var(--brand);color:var(--on);border:1px solid var(--edge);font:inherit;
font-weight:600;text-decoration:none}}ol,ul{{margin:0;padding-left:1.5rem}}li{{margin:.375rem 0}}
li::marker{{font-weight:600;color:var(--soft)}}p{{margin:.75rem 0}}.soft{{color:var(--soft);
font-size:.9375rem}}label{{display:block;margin:.75rem 0}}[type=text]{{width:100%;font:inherit;
padding:.5rem;color:inherit;background:var(--ground);border:1px solid var(--edge);border-radius:
.5rem}}.tick{{display:flex;gap:.5rem;align-items:start}}.tick input{{width:1.25rem;height:1.25rem;
margin:.2rem 0;flex:none}}.bad{{color:var(--bad);font-weight:600}}.trap{{position:absolute;
left:-99rem}}</style><header><div>{logo}<h1>{title}</h1></div></header><main>{content}</main></html>
"""

_LOGO = '<img class="logo" src="{uri}" alt="">'
_AGAIN = '<a class="go" href="">{go}</a>'
_REFRESH = '<meta http-equiv="refresh" content="1">'
_CARD = '<meta property="og:title" content="{title}"><meta name="description" content="{text}">'


def framed(language: str, title: str, content: str, guide: Guide | None = None) -> str:
    """A whole page; ``content`` is HTML, ``title`` any text."""
    return _framed(language, title, content, guide or Guide(), "")


def card(language: str, title: str, text: str) -> str:
    """A page of one sentence, which link previews show with its title."""
    head = _CARD.format(title=escape(title), text=escape(text))
    return _framed(language, title, paragraph(text), Guide(), head)


def waiting(language: str) -> str:
    """A page that asks for itself anew as soon as somebody looks at it."""
    words = words_of(language)
    content = paragraph(words["early"]) + _AGAIN.format(go=said(words["again"]))
    return _framed(language, words["title"], content, Guide(), _REFRESH)


def paragraph(text: str, kind: str = "") -> str:
    """``text`` as HTML, with its class."""
    return f'<p class="{kind}">{said(text)}</p>' if kind else f"<p>{said(text)}</p>"


def said(text: str) -> str:
    """``text`` as HTML between tags."""
    return escape(text, quote=False)


def _framed(language: str, title: str, content: str, guide: Guide, head: str) -> str:
    brand = guide.colour if is_colour(guide.colour) else DEFAULT
    return _PAGE.format(
        language=language,
        title=said(title),
        head=head,
        brand=brand,
        on=ink_on(brand),
        logo=_LOGO.format(uri=escape(guide.logo)) if guide.logo else "",
        content=content,
    )
