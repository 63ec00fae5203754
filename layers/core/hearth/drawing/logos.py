"""Logos: pictures that strangers made, bounded before they are unpacked and then drawn anew."""

import base64
import io
import re
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from hearth.domain.errors import BadInput, Malformed, Oversized

LONGEST_URI = 700_000
"""Signs of a data URI: half a megabyte of picture."""

LARGEST_SIDE = 4000
"""Pixels."""

_KEPT_SIDE = 1000
_URI = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")
_WANTED = "“logo” must be a PNG or JPEG picture as a data URI"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo on white, with nothing but its pixels left of what was sent."""

    picture: Image.Image

    def within(self, side: int) -> Image.Image:
        """The logo as large as it fits into a square of ``side`` pixels."""
        return ImageOps.contain(self.picture, (side, side), Image.Resampling.LANCZOS)


def logo_of(uri: str) -> Logo | None:
    """The logo in a data URI, None when that is empty. Raises BadInput, Malformed, Oversized."""
    if not uri:
        return None
    if len(uri) > LONGEST_URI:
        raise Oversized(f"“logo” is longer than {LONGEST_URI} characters: make it smaller")
    found = _URI.fullmatch(uri)
    if not found:
        raise BadInput(_WANTED)
    try:
        content = base64.b64decode(found[1], validate=True)
    except ValueError as error:
        raise BadInput(_WANTED) from error
    return Logo(_unpacked(content))


def _unpacked(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            _require_bounded(picture.size)
            return _flat(picture)
    except BadInput:
        raise
    except Exception as error:
        # Damaged pictures make the library raise nearly everything there is.
        raise Malformed(f"{_WANTED}; this one cannot be read") from error


def _require_bounded(size: tuple[int, int]) -> None:
    if max(size) > LARGEST_SIDE:
        raise Oversized(f"“logo” may have at most {LARGEST_SIDE} × {LARGEST_SIDE} pixels")


def _flat(picture: Image.Image) -> Image.Image:
    picture.draft("RGB", (_KEPT_SIDE, _KEPT_SIDE))
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail((_KEPT_SIDE, _KEPT_SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB")
