"""The next group of a live code, added by whoever has a link for it: no login, no session."""

from pydantic import Field

from functions.console.api.context import Asking, At, Raw
from functions.console.api.fields import Input, Milliseconds, View
from functions.console.api.pictures import PICTURE, Kind, picture_bytes
from functions.console.api.resource import Resource
from functions.console.api.session import Done
from functions.console.origin import code_origins, own_address, source_address
from hearth.domain.livecodes import LARGEST_CAPACITY
from hearth.domain.refills import LONGEST_TOKEN
from hearth.drawing.pictures import picture_of
from hearth.usecases.refill import NextGroup

resource = Resource("refill")


class RefillToken(Input):
    """What stands behind the # of a refill link: the only proof there is."""

    token: str = Field(min_length=1, max_length=LONGEST_TOKEN)


class RefillPicture(RefillToken):
    """A screenshot or photo of the next group's QR code."""

    picture: str = PICTURE


class RefillGroup(RefillToken):
    """The group that was recognised, to be added."""

    target: str = Field(min_length=1, max_length=2000, description="`payload` of the picture")
    capacity: int = Field(ge=1, le=LARGEST_CAPACITY, description="Seats")
    valid_until: Milliseconds = Field(0, description="0 when it does not expire")
    after: str = Field(
        max_length=100,
        description="`last` as it was shown: refused when another group was added meanwhile",
    )


class RefillView(View):
    """How full a live code is; nothing else of it is told."""

    name: str
    zone: str = Field(description="The community's time zone")
    taken: int = Field(description="Seats handed out, of the groups that are open")
    seats: int
    full_at: int = Field(description="Expected to be full, ms since 1970; 0 when not known")
    expires_at: int = Field(description="When the first group expires; 0 when none does")
    capacity: int = Field(description="Seats proposed for the next group")
    last: str = Field(description="Id of the last group; empty when there is none")
    until: int = Field(description="When the link ends, ms since 1970")


class RefillReading(View):
    """What the QR code on the picture is."""

    payload: str
    kind: Kind
    platform: str
    valid_until: int = Field(description="Proposal, ms since 1970; 0 when it does not expire")
    picture: str = Field(description="Data URI of the QR code drawn anew")
    here: bool = Field(description="Whether this live code has the same destination already")
    elsewhere: bool = Field(description="Whether another of the community's live codes has it")


class RefillLink(View):
    """A link to the page. Whoever has it needs nothing else."""

    address: str
    expires: int = Field(description="ms since 1970")


@resource.post("/api/refill/look", 404, 429, status=200)
def look_at_refill(at: At, wanted: RefillToken) -> RefillView:
    """Show how full the live code of a link is."""
    return RefillView.model_validate(at.refill.look(wanted.token))


@resource.post("/api/refill/picture", 404, 429, status=200)
def read_refill_picture(at: At, raw: Raw, wanted: RefillPicture) -> RefillReading:
    """Read the QR code of the next group.

    Nothing is kept. Refused with the reason unless it is a group's.
    """
    picture = picture_bytes(wanted.picture)
    reading, code = at.refill.read(wanted.token, picture, code_origins(at, raw))
    here = [used for used, _ in reading.uses if used.code == code.code]
    return RefillReading(
        payload=reading.payload.text,
        kind="link" if reading.payload.kind == "link" else "qr",
        platform=reading.payload.form.platform,
        valid_until=reading.valid_until,
        picture=picture_of(reading.payload.text),
        here=bool(here),
        elsewhere=len(here) < len(reading.uses),
    )


@resource.post("/api/refill", 404, 409, 429)
def add_refill(at: At, raw: Raw, wanted: RefillGroup) -> RefillView:
    """Add the next group to the live code of a link."""
    group = NextGroup(wanted.target, wanted.capacity, wanted.valid_until, wanted.after)
    return RefillView.model_validate(at.refill.add(wanted.token, group, source_address(raw)))


@resource.post("/api/livecodes/<code>/refill-links", 404)
def create_refill_link(asking: Asking, at: At, raw: Raw, code: str) -> RefillLink:
    """Make a link by which a phone without login adds the next group, for 7 days."""
    token, made = at.refill.links.make(asking, code)
    address = f"{own_address(at.public_url, raw)}/console/refill#{token}"
    return RefillLink(address=address, expires=made.expires)


@resource.delete("/api/livecodes/<code>/refill-links", 404)
def revoke_refill_links(asking: Asking, at: At, code: str) -> Done:
    """Revoke all refill links of a live code, those in mails too."""
    at.refill.links.revoke(asking, code)
    return Done()
