"""The pages of those whom no group has room for, and of those who may not get in at all."""

from collections.abc import Mapping
from html import escape

from hearth.domain.livecodes import Guide, Kind, LiveCode
from hearth.domain.waiting import Offer
from hearth.landing.frame import framed, paragraph, said
from hearth.landing.words import words_of

_HOUR_MS = 3_600_000
_FORM = """<form method="post"><input type="hidden" name="offer" value="{offer}">
<label>{address}<input type="text" name="address" value="{given}" maxlength="254" required
 autocomplete="email"></label><label>{name}<input type="text" name="name"
 value="{called}" maxlength="40" autocomplete="name"></label><label class="trap"
 aria-hidden="true">{trap}<input type="text" name="website" tabindex="-1"
 autocomplete="off"></label><label class="tick"><input type="checkbox" name="consent" value="yes"
 required><span>{sentence}</span></label><button class="go">{send}</button></form>"""


def offer_of(code: LiveCode, language: str, now: int, form: str = "") -> Offer:
    """What somebody is offered who is turned away now, by a form of that name."""
    sentence = words_of(language)["consent"].format(name=code.name)
    shown = (code.name, language, sentence, now, code.guide.colour, form)
    return Offer(code.code, code.community, *shown)


def full(code: LiveCode, offer: Offer, signed: str) -> str:
    """Says honestly that there is no room, and lets the visitor leave an address."""
    words = words_of(offer.language)
    why = paragraph(_why(code, words, offer.at))
    content = why + paragraph(words["wait"]) + _form(offer, signed)
    return framed(offer.language, code.name, content, code.guide)


def again(offer: Offer, signed: str, given: str, called: str, wrong: str) -> str:
    """The form once more: ``wrong`` is ``address``, ``consent`` or ``network``."""
    complaint = _complaint(words_of(offer.language)[f"wrong.{wrong}"])
    return _following(offer, complaint + _form(offer, signed, given, called))


def used_up(offer: Offer) -> str:
    """No more addresses come by this form: the next page has another."""
    words = words_of(offer.language)
    button = f'<a class="go" href="">{said(words["reopen"])}</a>'
    return _following(offer, _complaint(words["wrong.form"]) + button)


def thanks(offer: Offer) -> str:
    """The address is on the list."""
    return _following(offer, paragraph(words_of(offer.language)["thanks"]))


def _complaint(text: str) -> str:
    return f'<p class="bad" role="alert">{said(text)}</p>'


def _following(offer: Offer, content: str) -> str:
    return framed(offer.language, offer.title, content, Guide(colour=offer.colour))


def _why(code: LiveCode, words: Mapping[str, str], now: int) -> str:
    if code.archived:
        return words["closed"]
    groups = [one for one in code.destinations if one.kind is not Kind.PERSON and one.enabled]
    if any(one.open_at(now) for one in groups):
        return words["full"]
    begins = min((one.valid_from for one in groups if one.valid_from > now), default=0)
    if not begins:
        return words["closed"]
    hours = (begins - now) // _HOUR_MS
    return words["begins" if hours > 1 else "begins.few"].format(hours=hours)


def _form(offer: Offer, signed: str, given: str = "", called: str = "") -> str:
    words = words_of(offer.language)
    texts = {key: said(words[key]) for key in ("address", "name", "trap", "send")}
    return _FORM.format(
        **texts,
        offer=escape(signed),
        given=escape(given),
        called=escape(called),
        sentence=said(offer.sentence),
    )
