"""What the page around a live code's QR says, and how it will look."""

from typing import Annotated, Literal

from pydantic import Field

from functions.console.api.context import At
from functions.console.api.fields import Input, Line, View
from functions.console.api.resource import Resource
from hearth.domain.guides import LONGEST_LOGO, MOST_RULES, MOST_STEPS, check_guide
from hearth.domain.livecodes import Destination, Guide, Kind, LiveCode
from hearth.domain.scans import Led
from hearth.drawing.pictures import picture_of

resource = Resource("livecodes")

_SAMPLE = {
    Kind.QR: ("https://weixin.qq.com/g/AwYAAHcQ", "wechat"),
    Kind.LINK: ("https://t.me/+abcdef", "telegram"),
    Kind.PERSON: ("https://u.wechat.com/abcdef", "wechat"),
}
_DEVICES = {
    "wechat": "wechat-ios",
    "browser": "browser-android",
    "desktop": "browser-desktop",
}


class GuideInput(Input):
    """All of a page's guide: what is left out becomes empty."""

    steps: list[Line] = Field(
        [], max_length=MOST_STEPS, description="Empty: steps for the app that the page is seen in"
    )
    rules: list[Line] = Field([], max_length=MOST_RULES)
    colour: Annotated[str, Field(pattern="^(#[0-9a-fA-F]{6})?$")] = Field(
        "", description="`#rrggbb`; empty for Hearth's own"
    )
    logo: Annotated[str, Field(max_length=LONGEST_LOGO)] = Field(
        "", description="PNG or JPEG as a data URI; empty for none"
    )
    for_links: bool = Field(False, description="Show links on the page, not follow them at once")


class GuideView(View):
    """What an operator put on the page."""

    steps: list[str]
    rules: list[str]
    colour: str
    logo: str = Field(description="Data URI; empty in lists")
    for_links: bool


class PageWanted(Input):
    """What to show: the guide as it would be, to whom, and where he would be led."""

    guide: GuideInput
    language: Literal["zh", "en"] = "zh"
    device: Literal["wechat", "browser", "desktop"] = "wechat"
    shown: Literal["qr", "link", "person", "full"] = "qr"


class PageView(View):
    """A page as visitors see it."""

    html: str


def guide_of(wanted: GuideInput) -> Guide:
    """The guide that is wanted; raises BadInput, Oversized."""
    lists = {"steps": tuple(wanted.steps), "rules": tuple(wanted.rules)}
    colour = wanted.colour.lower()
    return check_guide(Guide(**lists, colour=colour, logo=wanted.logo, for_links=wanted.for_links))


def guide_view(guide: Guide) -> GuideView:
    """What is kept."""
    return GuideView.model_validate(
        {name: getattr(guide, name) for name in guide.__dataclass_fields__}
        | {"steps": list(guide.steps), "rules": list(guide.rules)}
    )


@resource.post("/api/livecodes/<code>/page", 404, status=200)
def show_livecode_page(at: At, code: str, wanted: PageWanted) -> PageView:
    """Show the page with a guide that is not saved.

    Nobody is led anywhere, and nothing is counted.
    """
    known, _ = at.livecodes.get(code)
    return PageView(html=_page(known, guide_of(wanted.guide), wanted, at.clock()))


def _page(code: LiveCode, guide: Guide, wanted: PageWanted, now: int) -> str:
    from dataclasses import replace

    from hearth.landing.turned import full, offer_of
    from hearth.landing.welcome import Visitor, welcome

    shown = replace(code, guide=guide)
    if wanted.shown == "full":
        return full(shown, offer_of(shown, wanted.language, now), "")
    one = _destination(code, Kind(wanted.shown))
    return welcome(Led(shown, one), Visitor(wanted.language, _DEVICES[wanted.device], now))


def _destination(code: LiveCode, kind: Kind) -> Destination:
    """The first of its kind, or one made up."""
    own = next((one for one in code.destinations if one.kind is kind), None)
    if own:
        return own
    target, platform = _SAMPLE[kind]
    return Destination("", kind, target, 1, picture=picture_of(target), platform=platform)
