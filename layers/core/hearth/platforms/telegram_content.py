"""What a Telegram message says: its text or caption, its addresses, what it quotes."""

from collections.abc import Iterator

from hearth.platforms import telegram_marks, telegram_parts
from hearth.platforms.content import Content
from hearth.platforms.fields import Fields
from hearth.platforms.links import in_text


def read(message: Fields) -> Content:
    """The content of a message; raises Malformed."""
    text = _text(message)
    entities = "entities" if "text" in message else "caption_entities"
    marks = telegram_marks.read(text, message, entities)
    # Telegram marks what it takes for an address; in code, for example, it marks none.
    known = set(map(_bare, marks.links))
    unmarked = [link for link in in_text(marks.rest) if _bare(link) not in known]
    links = [*marks.links, *unmarked, *_buttons(message), *_contact(message)]
    segments = telegram_parts.read(message, text, entities)
    return Content(text, tuple(dict.fromkeys(filter(None, links))), _quoted(message), segments)


def _bare(link: str) -> str:
    """What Telegram completes when words are the address: ``a.example`` → ``http://a.example/``."""
    return link.casefold().removeprefix("https://").removeprefix("http://").removesuffix("/")


def _text(message: Fields) -> str:
    return message.text("text", "") or message.text("caption", "")


def _quoted(message: Fields) -> str:
    """The chosen part of another message, else all of its text."""
    return message.optional("quote").text("text", "") or _text(message.optional("reply_to_message"))


def _buttons(message: Fields) -> Iterator[str]:
    markup = message.optional("reply_markup")
    rows = markup.raw("inline_keyboard")
    for row in rows if isinstance(rows, list) else ():
        for button in Fields({"row": row}, f"{markup.path}.inline_keyboard").children("row"):
            if "url" in button:
                yield button.text("url")


def _contact(message: Fields) -> Iterator[str]:
    if "contact" in message:
        yield f"tel:{message.child('contact').text('phone_number')}"
