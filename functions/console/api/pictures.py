"""Pictures of QR codes, read on the server."""

import base64
from typing import Literal

from pydantic import Field

from functions.console.api.context import At, Raw
from functions.console.api.fields import Input, View
from functions.console.api.resource import Resource
from functions.console.origin import code_origins
from hearth.domain.errors import BadInput
from hearth.drawing.pictures import picture_of
from hearth.usecases.read_pictures import Reading

resource = Resource("pictures")

Kind = Literal["link", "qr", "person"]


PICTURE = Field(
    min_length=1,
    max_length=5_333_336,
    description="PNG, JPEG, WebP, GIF or BMP in base64, at most 4 MB before that",
)


class NewPicture(Input):
    """A screenshot or photo with a QR code on it."""

    picture: str = PICTURE
    kind: Kind | None = Field(None, description="What it is to become; another kind is refused")


class PayloadUse(View):
    """A destination that leads to the same place."""

    code: str
    name: str
    destination: str
    note: str


class PictureView(View):
    """What the QR code on the picture is."""

    payload: str = Field(description="What it says: a destination's `target`")
    kind: Kind = Field(description="What it can become: as wished, or the usual one")
    platform: str = Field(description="Such as `wechat`; empty when not known")
    sure: bool = Field(description="false when kind and platform are a guess")
    valid_until: int = Field(description="Proposal, ms since 1970; 0 when it does not expire")
    picture: str = Field(description="Data URI of the QR code drawn anew")
    also_in: list[PayloadUse] = Field(description="Where the community uses it already, up to 20")
    complete: bool = Field(description="false when there are more live codes than were looked at")


@resource.post("/api/communities/<community>/pictures", 404, status=200)
def read_picture(at: At, raw: Raw, community: str, wanted: NewPicture) -> PictureView:
    """Read the QR code on a picture.

    Nothing is kept. Refused with the reason: no code or several, a payment or login code, a code
    of another kind than wished, the code of a live code. `reason` tells them apart.
    """
    own = code_origins(at, raw)
    reading = at.pictures.read(community, picture_bytes(wanted.picture), wanted.kind or "", own)
    return _view(reading, wanted.kind)


def picture_bytes(text: str) -> bytes:
    """The file that was sent in base64; raises BadInput."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise BadInput("“picture” is not base64", "unreadable") from error


def _view(reading: Reading, kind: Kind | None) -> PictureView:
    payload = reading.payload
    return PictureView.model_validate(
        {
            "payload": payload.text,
            "kind": kind or payload.kind,
            "platform": payload.form.platform,
            "sure": not payload.form.guess,
            "valid_until": reading.valid_until,
            "picture": picture_of(payload.text),
            "also_in": [
                PayloadUse(code=code.code, name=code.name, destination=one.id, note=one.note)
                for code, one in reading.uses
            ],
            "complete": reading.complete,
        }
    )
