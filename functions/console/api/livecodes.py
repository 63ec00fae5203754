"""Live codes and their destinations."""

from typing import Annotated, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import AfterValidator, Field

from functions.console.api.context import Asking, At, Raw
from functions.console.api.fields import (
    Cursor,
    Input,
    Limit,
    Line,
    Milliseconds,
    one_line,
    printable,
)
from functions.console.api.guides import GuideInput, guide_of
from functions.console.api.livecode_views import (
    LiveCodeList,
    LiveCodeView,
    livecode_view,
    without_pictures,
)
from functions.console.api.resource import Resource
from functions.console.origin import code_address, code_addresses
from hearth.domain.livecodes import MOST_DESTINATIONS, Counter, LiveCode
from hearth.domain.payloads import recognise
from hearth.drawing.pictures import picture_of

resource = Resource("livecodes")

_MOST_AT_ONCE = 20
"""With 100 destinations each, more would not fit into one answer of Lambda (6 MB)."""

_WAY = (
    "What joins are told with: the invite link's name (Telegram), `state` (WeCom), who invites (QQ)"
)

Note = Annotated[str, Field(max_length=200)]
Group = Annotated[str, Field(max_length=200)]
Way = Annotated[str, Field(max_length=128), AfterValidator(printable), AfterValidator(one_line)]
Code = Annotated[str, Field(pattern="^[a-z0-9]{4,32}$")]
Archived = Annotated[bool, Query(description="Whether those in the archive are listed too")]


class NewLiveCode(Input):
    """A live code to create."""

    name: Line = Field(description="What visitors read above a group's QR code")
    code: Code | None = Field(None, description="Its address /c/…; without one, a random one")


class NewDestination(Input):
    """A way into a group. It comes behind all others."""

    kind: Literal["link", "qr", "person"]
    target: str = Field(
        min_length=1,
        max_length=2000,
        description="link: an address; else what the QR code says",
    )
    capacity: int = Field(ge=0, le=200_000, description="Seats; 0 for a person")
    valid_from: Milliseconds = Field(0, description="0 when it is valid already")
    valid_until: Milliseconds = Field(0, description="0 when it does not expire")
    platform: Annotated[str, Field(max_length=20)] = Field(
        "", description="Such as `wechat`; without it, what the target shows"
    )
    note: Note = ""
    group: Group = Field("", description="The group it leads into, if the bot is in it")
    way: Way = Field("", description=_WAY)


class DestinationChanges(Input):
    """What to change; what is left out stays."""

    enabled: bool | None = None
    capacity: int | None = Field(None, ge=0, le=200_000)
    valid_from: Milliseconds | None = None
    valid_until: Milliseconds | None = None
    note: Note | None = None
    group: Group | None = None
    way: Way | None = None


class LiveCodeChanges(Input):
    """What to change; what is left out stays."""

    name: Line | None = None
    order: Literal["ordered", "least-filled"] | None = Field(
        None, description="Fill one group after the other, or always the emptiest"
    )
    destinations: list[Annotated[str, Field(max_length=32)]] | None = Field(
        None,
        max_length=MOST_DESTINATIONS,
        description="Ids of all destinations, in the order to fill them; each once",
    )
    domains: list[Annotated[str, Field(max_length=300)]] | None = Field(
        None, max_length=20, description="Domains to give it out under, the best first; empty: any"
    )
    guide: GuideInput | None = None
    overbooking: bool | None = Field(
        None, description="Whether more tickets than seats may be out, once it is learned how many"
    )
    archived: bool | None = Field(
        None, description="Whether it is in the archive: not listed, and it leads into no group"
    )


@resource.get("/api/communities/<community>/livecodes", 404)
def list_livecodes(
    at: At,
    raw: Raw,
    community: str,
    archived: Archived = False,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> LiveCodeList:
    """List live codes.

    A page may be short although others follow.
    """
    most = min(limit, _MOST_AT_ONCE)
    found, following = at.livecodes.of_community(community, cursor, most, archived)
    address, now = code_addresses(at, raw), at.clock()
    items = [
        livecode_view(without_pictures(code), counter, now, address(code.code, code.domains))
        for code, counter in found
    ]
    return LiveCodeList(items=items, next=following or None)


@resource.post("/api/communities/<community>/livecodes", 404, 409)
def create_livecode(
    asking: Asking, at: At, raw: Raw, community: str, wanted: NewLiveCode
) -> LiveCodeView:
    """Create a live code."""
    made = at.livecodes.create(asking, community, wanted.name, wanted.code)
    return _view(at, raw, made, Counter(0, made.version))


@resource.get("/api/livecodes/<code>", 404)
def get_livecode(at: At, raw: Raw, code: str) -> LiveCodeView:
    """Show a live code with its destinations, seats and scans."""
    return _view(at, raw, *at.livecodes.get(code))


@resource.patch("/api/livecodes/<code>", 404, 409)
def change_livecode(
    asking: Asking, at: At, raw: Raw, code: str, changes: LiveCodeChanges
) -> LiveCodeView:
    """Change a live code's name, page, domains, overbooking, order of filling, or archive it."""
    content = changes.model_dump(exclude_none=True)
    if changes.guide is not None:
        content["guide"] = guide_of(changes.guide)
    if "domains" in content:
        at.domains.require_known(content["domains"])
        content["domains"] = tuple(dict.fromkeys(content["domains"]))
    return _view(at, raw, *at.livecodes.change(asking, code, content))


@resource.post("/api/livecodes/<code>/destinations", 404, 409)
def create_destination(
    asking: Asking, at: At, raw: Raw, code: str, wanted: NewDestination
) -> LiveCodeView:
    """Add a destination."""
    _require_group(at, code, wanted.group)
    picture = "" if wanted.kind == "link" else picture_of(wanted.target)
    platform = wanted.platform or recognise(wanted.target).form.platform
    content = {**wanted.model_dump(), "platform": platform}
    changed = at.livecodes.add_destination(asking, code, content, picture)
    return _view(at, raw, *changed)


@resource.patch("/api/livecodes/<code>/destinations/<destination>", 404, 409)
def change_destination(
    asking: Asking, at: At, raw: Raw, code: str, destination: str, changes: DestinationChanges
) -> LiveCodeView:
    """Switch a destination on or off, change its seats, times, note, or the group it leads into."""
    _require_group(at, code, changes.group or "", destination)
    content = changes.model_dump(exclude_none=True)
    changed = at.livecodes.change_destination(asking, code, destination, content)
    return _view(at, raw, *changed)


@resource.delete("/api/livecodes/<code>/destinations/<destination>", 404, 409)
def remove_destination(
    asking: Asking, at: At, raw: Raw, code: str, destination: str
) -> LiveCodeView:
    """Remove a destination that is switched off."""
    return _view(at, raw, *at.livecodes.remove_destination(asking, code, destination))


def _require_group(at: At, code: str, group: str, destination: str = "") -> None:
    """A destination keeps its group, even if that has gone to another community since."""
    if not group:
        return
    known = at.livecodes.store.load(code)
    before = known.find(destination)
    if before is None or before.group != group:
        at.groups.require_of(known.community, group)


def _view(at: At, raw: Raw, code: LiveCode, counter: Counter) -> LiveCodeView:
    address = code_address(at, raw, code.code, code.domains)
    return livecode_view(code, counter, at.clock(), address)
