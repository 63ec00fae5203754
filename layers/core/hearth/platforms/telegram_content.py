"""What a Telegram message says: its text or caption, its addresses, what it quotes."""

from collections.abc import Iterator

from hearth.platforms.content import Content
from hearth.platforms.fields import Fields
from hearth.platforms.links import in_text


def read(message: Fields) -> Content:
    """The content of a message; raises Malformed."""
    text = _text(message)
    entities = "entities" if "text" in message else "caption_entities"
    marked = list(_marked(text, message, entities))
    # Telegram marks what it takes for an address; in code, for example, it marks none.
    unmarked = [link for link in in_text(text) if not _is_among(link, marked)]
    links = [*marked, *unmarked, *_buttons(message), *_contact(message)]
    return Content(text, tuple(dict.fromkeys(filter(None, links))), _quoted(message))


def _text(message: Fields) -> str:
    return message.text("text", "") or message.text("caption", "")


def _quoted(message: Fields) -> str:
    """The chosen part of another message, else all of its text."""
    return message.optional("quote").text("text", "") or _text(message.optional("reply_to_message"))


def _marked(text: str, message: Fields, name: str) -> Iterator[str]:
    units = text.encode("utf-16-le")
    for entity in message.children(name):
        kind = entity.text("type")
        if kind == "text_link":
            yield entity.text("url")
        elif kind == "url":
            yield part(units, entity)


def part(units: bytes, entity: Fields) -> str:
    """The words of an entity, whose place is counted in UTF-16 units of two bytes each."""
    start = 2 * entity.integer("offset", least=0)
    end = start + 2 * entity.integer("length", least=0)
    return units[start:end].decode("utf-16-le", "replace")


def _is_among(link: str, marked: list[str]) -> bool:
    return any(link in known or known in link for known in marked)


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
