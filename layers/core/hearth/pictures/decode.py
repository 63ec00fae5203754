"""Finds QR codes on pictures with Pillow and ZXing. Imported on demand, by ``reader`` alone."""

import io
import math
import warnings

import zxingcpp
from PIL import Image, ImageFilter, ImageOps, WebPImagePlugin

from hearth.domain.errors import BadInput, Oversized

MOST_PIXELS = 20_000_000
"""Known from the file's head, before anything is decoded; a phone's photo has 12 million."""

_LOOKED_AT, _LOOKED_AT_AGAIN, _SMALL = 5_000_000, 3_000_000, 1_000_000
"""Pixels. The search takes longer the more corners of codes it finds, real ones or not."""

_PLUGINS = (WebPImagePlugin,)
"""Registered by being imported. Without this one Pillow would load every format for a WebP."""

_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def decode(picture: bytes, form: str) -> tuple[str, ...]:
    """What the QR codes on a picture of the format ``form`` say; empty when there are none.

    Raises Oversized, BadInput.
    """
    grey = _opened(picture, form)
    for attempt in (_as_it_is, _darker, _softer, _sharper, _larger):
        found = attempt(grey)
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _opened(picture: bytes, form: str) -> Image.Image:
    """The first frame, upright and grey."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(picture), formats=(form,))
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            image.draft("L", image.size)
            return _at_most(_LOOKED_AT, _grey(ImageOps.exif_transpose(image)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        large = f"“picture” has more than {MOST_PIXELS} pixels: crop it"
        raise Oversized(large, "too_large") from error
    except Exception as error:
        # Damaged files make the library raise nearly everything there is.
        raise BadInput("“picture” is damaged or incomplete: send it again", "unreadable") from error


def _grey(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return image.convert("L")


def _as_it_is(grey: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(grey, _QR) if code.text]


def _darker(grey: Image.Image) -> list[str]:
    """Joins the dots of codes that are drawn with gaps, and thin remains of bright ones."""
    return _as_it_is(_at_most(_LOOKED_AT_AGAIN, grey).filter(ImageFilter.MinFilter(3)))


def _softer(grey: Image.Image) -> list[str]:
    """Takes away grains and the patterns of screens."""
    return _as_it_is(_at_most(_LOOKED_AT_AGAIN, grey).filter(ImageFilter.BoxBlur(3)))


def _sharper(grey: Image.Image) -> list[str]:
    """Helps where the picture is out of focus or shaken."""
    return _as_it_is(_at_most(_LOOKED_AT_AGAIN, grey).filter(ImageFilter.UnsharpMask(12, 300, 0)))


def _larger(grey: Image.Image) -> list[str]:
    """Helps where a module has hardly two pixels."""
    small = grey.width * grey.height <= _SMALL
    return _as_it_is(ImageOps.scale(grey, 2)) if small else []


def _at_most(pixels: int, grey: Image.Image) -> Image.Image:
    factor = math.sqrt(pixels / (grey.width * grey.height))
    return ImageOps.scale(grey, factor) if factor < 1 else grey
