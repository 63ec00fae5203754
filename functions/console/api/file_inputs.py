"""What clients send to have a live code drawn."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from functions.console.api.fields import Input, Line, one_line, printable

MOST_CHANNELS = 200

Form = Literal["svg", "png", "pdf"]
Millimetres = Annotated[int, Field(ge=10, le=1000)]
Channel = Annotated[str, Field(max_length=200)]
"""Looked at more closely where it becomes part of an address."""

Logo = Annotated[str, Field(max_length=700_000)]
Said = Annotated[
    str,
    Field(min_length=1, max_length=60),
    AfterValidator(printable),
    AfterValidator(one_line),
]

SIZE = "Width in print in mm, with the free margin that every QR code needs"
NO_LOGO = "none"
LOGO = (
    "PNG or JPEG as a data URI, put into the middle; empty for the logo of the code's guide, "
    f"`{NO_LOGO}` for none"
)
CHANNEL = "Where the scans come from: up to 40 letters, digits and `_ . -`; empty for none"


class CodeFile(Input):
    """How a code is to be drawn."""

    form: Form = "svg"
    size: Millimetres = Field(50, description=SIZE)
    channel: Channel = Field("", description=CHANNEL)
    logo: Logo = Field("", description=LOGO)


class ChannelName(Input):
    """A channel to draw the code for."""

    key: Channel = Field(min_length=1, description=CHANNEL)
    label: Annotated[str, Field(max_length=80)] = Field("", description="For the table only")


class ChannelFiles(Input):
    """Codes for several channels."""

    channels: list[ChannelName] = Field(min_length=1, max_length=MOST_CHANNELS)
    form: Form = "png"
    size: Millimetres = Field(50, description=SIZE)
    logo: Logo = Field("", description=LOGO)


class PosterFile(Input):
    """What is on a poster besides the code and its name."""

    template: Literal["a4", "phone"] = Field("a4", description="210 × 297 mm, or 1080 × 1920 px")
    form: Literal["svg", "pdf"] = "svg"
    headline: Said
    lines: list[Said] = Field([], max_length=3)
    colour: str = Field("#a63d12", pattern="^#[0-9a-fA-F]{6}$")
    channel: Channel = Field("", description=CHANNEL)
    channel_name: Line | Literal[""] = Field("", description="Printed small; else the channel")
    logo: Logo = Field("", description=LOGO)
