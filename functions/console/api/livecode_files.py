"""A live code to be given out: as a picture, on a poster, and once for each channel."""

from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Path, Query

from functions.console.api.context import At, Raw
from functions.console.api.file_inputs import (
    CHANNEL,
    NO_LOGO,
    SIZE,
    ChannelFiles,
    CodeFile,
    Form,
    PosterFile,
)
from functions.console.api.resource import Resource
from functions.console.origin import channel_address, code_address
from hearth.domain.errors import BadInput
from hearth.domain.livecodes import LiveCode

if TYPE_CHECKING:
    from hearth.drawing.logos import Logo

resource = Resource("livecodes")

_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
_PICTURES = ("image/svg+xml", "image/png", "application/pdf")


@resource.file("GET", "/api/livecodes/<code>/qr.<form>", _PICTURES, 404)
def get_livecode_qr(
    at: At,
    raw: Raw,
    code: str,
    form: Annotated[Form, Path()],
    size: Annotated[int, Query(ge=10, le=1000, description=SIZE)] = 50,
    channel: Annotated[str, Query(max_length=200, description=CHANNEL)] = "",
) -> Response[Any]:
    """Draw the code's QR, to be printed, with the logo of its guide.

    PNG has whole pixels for every module, at least 300 an inch up to 4,000 across.
    """
    return _drawn(at, raw, code, CodeFile(form=form, size=size, channel=channel, logo=""))


@resource.file("POST", "/api/livecodes/<code>/qr", _PICTURES, 404)
def draw_livecode(at: At, raw: Raw, code: str, wanted: CodeFile) -> Response[Any]:
    """Draw the code's QR with a logo, or without the one of its guide.

    It covers at most half of what the code can make up for.
    """
    return _drawn(at, raw, code, wanted)


@resource.file("POST", "/api/livecodes/<code>/poster", ("image/svg+xml", "application/pdf"), 404)
def draw_livecode_poster(at: At, raw: Raw, code: str, wanted: PosterFile) -> Response[Any]:
    """Draw a poster with the code in its middle.

    Chinese letters are shown in fonts of the machine that opens the file.
    """
    from hearth.drawing import posters
    from hearth.drawing.pdf import pdf_of
    from hearth.drawing.svg import svg_of

    known, _ = at.livecodes.get(code)
    poster = posters.Poster(
        address=channel_address(code_address(at, raw, known.code, known.domains), wanted.channel),
        name=known.name,
        headline=wanted.headline,
        lines=tuple(wanted.lines),
        colour=wanted.colour,
        channel=wanted.channel_name or wanted.channel,
        logo=_logo(wanted.logo, known),
    )
    sheet = posters.poster_sheet(poster, posters.Template(wanted.template))
    content = svg_of(sheet) if wanted.form == "svg" else pdf_of(sheet)
    return _file(content, known.code, wanted.channel or wanted.template, wanted.form)


@resource.file("POST", "/api/livecodes/<code>/channels.zip", ("application/zip",), 404)
def draw_livecode_channels(at: At, raw: Raw, code: str, wanted: ChannelFiles) -> Response[Any]:
    """Draw the code once for each channel, as an archive with a table of them.

    What one answer does not hold (4.4 MB, 5 seconds of work) is refused with how many would fit.
    """
    from hearth.drawing import archives, codes

    _require_different([one.key for one in wanted.channels])
    known, _ = at.livecodes.get(code)
    address = code_address(at, raw, known.code, known.domains)
    channels = [
        archives.Channel(one.key, one.label, channel_address(address, one.key))
        for one in wanted.channels
    ]
    draw = partial(
        codes.draw_code,
        form=codes.Form(wanted.form),
        millimetres=wanted.size,
        logo=_logo(wanted.logo, known),
    )
    content = archives.archive_of(known.code, channels, wanted.form, draw)
    return _file(content, known.code, "channels", "zip")


def _drawn(at: At, raw: Raw, code: str, wanted: CodeFile) -> Response[Any]:
    # Drawing brings three libraries: nobody else has to wait for them.
    from hearth.drawing.codes import Form, draw_code

    known, _ = at.livecodes.get(code)
    address = channel_address(code_address(at, raw, known.code, known.domains), wanted.channel)
    content = draw_code(address, Form(wanted.form), wanted.size, _logo(wanted.logo, known))
    return _file(content, known.code, wanted.channel, wanted.form)


def _logo(wanted: str, code: LiveCode) -> "Logo | None":
    """The logo that was sent, else the one of the code's guide; None where neither is wanted."""
    from hearth.drawing.logos import logo_of

    if wanted:
        return None if wanted == NO_LOGO else logo_of(wanted)
    try:
        return logo_of(code.guide.logo)
    except BadInput:
        # Nobody sent it now: a code that is printed without it is better than none.
        return None


def _file(content: bytes, code: str, more: str, ending: str) -> Response[Any]:
    name = quote(f"{code}-{more}.{ending}" if more else f"{code}.{ending}", safe="")
    headers = {"content-disposition": f"inline; filename*=UTF-8''{name}"}
    if ending == "svg":
        return Response(200, _TYPES[ending], content.decode(), headers)
    # The library takes bytes for text when it looks answers over, so they are encoded before.
    answer: Response[Any] = Response(200, _TYPES[ending], b64encode(content).decode(), headers)
    answer.base64_encoded = True
    return answer


def _require_different(keys: list[str]) -> None:
    twice = next((key for number, key in enumerate(keys) if key in keys[:number]), None)
    if twice is not None:
        raise BadInput(f"“channels” names {twice} twice")
