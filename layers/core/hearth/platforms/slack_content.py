"""What a Slack message says: its words, its files, what it shares, what it answers.

Left out are ``blocks``, which say a member's ``text`` once more.
"""

from collections.abc import Iterator

from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import slack_marks
from hearth.platforms.content import Content
from hearth.platforms.fields import Fields
from hearth.platforms.slack_marks import Marked

_KINDS = {"image": SegmentKind.IMAGE, "audio": SegmentKind.VOICE, "video": SegmentKind.VIDEO}


def read(message: Fields) -> Content:
    """The content of a message; raises Malformed."""
    words = slack_marks.read(message.text("text", ""))
    shared = [_shared(attachment) for attachment in message.children("attachments")]
    files = [_file(file) for file in message.children("files")]
    links = [*words.links, *(link for _, marked in shared for link in marked.links)]
    links += _outside(message)
    segments = (*words.mentions, *files, *(segment for segment, _ in shared))
    return Content(
        words.text, tuple(dict.fromkeys(filter(None, links))), _quoted(message), segments
    )


def _quoted(message: Fields) -> str:
    """The beginning of the thread, which Slack adds when an answer is shown to the channel."""
    return slack_marks.read(message.optional("root").text("text", "")).text


def _file(file: Fields) -> Segment:
    kind = _KINDS.get(file.text("mimetype", "").partition("/")[0], SegmentKind.FILE)
    title = file.text("title", "") or file.text("name", "")
    return Segment(kind, title, file.text("url_private", ""), media=file.text("id", ""))


def _outside(message: Fields) -> Iterator[str]:
    """Where files lead that lie somewhere else: those on Slack lead nobody away."""
    for file in message.children("files"):
        if file.raw("is_external") is True:
            yield file.text("url_private", "")


def _shared(attachment: Fields) -> tuple[Segment, Marked]:
    """Another message that is passed on, or a preview of a page."""
    passed_on = attachment.raw("is_share") is True or attachment.raw("is_msg_unfurl") is True
    names = ("text",) if passed_on else ("title", "text")
    words = slack_marks.read(" ".join(filter(None, (attachment.text(n, "") for n in names))))
    url = attachment.text("title_link", "") or attachment.text("from_url", "")
    kind = SegmentKind.FORWARD if passed_on else SegmentKind.CARD
    marked = Marked(words.text, (*words.links, url))
    return Segment(kind, words.text, url), marked
