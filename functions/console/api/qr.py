"""QR codes, drawn here so that no page has to load anything from elsewhere."""

import io

import segno

from hearth.domain.errors import BadInput


def svg_of(text: str) -> str:
    """A QR code as a whole SVG document that scales to any size."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=4, omitsize=True)
    return out.getvalue().decode()


def picture_of(text: str) -> str:
    """A QR code as a PNG data URI; raises BadInput when it says too much for one."""
    try:
        return segno.make(text, error="m", micro=False).png_data_uri(scale=5, border=4)
    except segno.DataOverflowError as error:
        raise BadInput("“target” is too long for a QR code") from error
