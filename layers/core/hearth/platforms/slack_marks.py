"""What Slack marks in a text: people, channels, dates and addresses between ``<`` and ``>``.

Source: docs.slack.dev, formatting message text. ``&``, ``<`` and ``>`` of the writer's own are
escaped, so that every mark is Slack's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from hearth.platforms.links import in_text

_MARK = re.compile(r"<([^<>]+)>")
_CALLS = ("channel", "here", "everyone")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as its readers see it, its addresses, and whom it mentions."""

    text: str
    links: tuple[str, ...] = ()
    mentions: tuple[Segment, ...] = ()


def read(text: str) -> Marked:
    """``text`` without marks."""
    parts = list(_parts(text))
    links = [link for part in parts for link in part.links]
    known = set(map(_bare, links))
    # Slack marks no address in code; and the words of a link may show another address.
    words = " ".join(part.text for part in parts if part.text not in part.links)
    links += [link for link in in_text(words) if _bare(link) not in known]
    return Marked(
        "".join(part.text for part in parts),
        tuple(dict.fromkeys(links)),
        tuple(mention for part in parts for mention in part.mentions),
    )


def _bare(link: str) -> str:
    """What Slack completes when words are the address: ``a.example`` → ``http://a.example``."""
    return link.casefold().removeprefix("https://").removeprefix("http://").removesuffix("/")


def _parts(text: str) -> Iterator[Marked]:
    """Words and the insides of marks in turn."""
    for place, part in enumerate(_MARK.split(text)):
        yield _mark(part) if place % 2 else Marked(_plain(part))


def _mark(mark: str) -> Marked:
    target, _, label = mark.partition("|")
    target, label = _plain(target), _plain(label)
    if target.startswith("@"):
        return _mention(label or target, target[1:])
    if target.startswith("#"):
        return Marked(f"#{label}" if label else target)
    if target.startswith("!"):
        return _special(target[1:], label)
    return Marked(label or target, () if target.startswith("mailto:") else (target,))


def _special(command: str, label: str) -> Marked:
    name, *details = command.split("^")
    if name in _CALLS:
        return _mention(f"@{name}", EVERYBODY)
    if name == "subteam" and details:
        return _mention(label or details[0], details[0])
    if name == "date":
        return Marked(label, tuple(details[2:3]))
    return Marked(label)


def _mention(shown: str, who: str) -> Marked:
    text = shown if shown.startswith("@") else f"@{shown}"
    return Marked(text, mentions=(Segment(SegmentKind.MENTION, text, who=who),))


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
