"""The picture of a group's QR code, drawn here so that no page has to load it from elsewhere."""

from hearth.domain.errors import BadInput


def picture_of(text: str) -> str:
    """A QR code as a PNG data URI; raises BadInput when it says too much for one."""
    # Few requests draw, and the library takes a tenth of the time in which the room starts.
    import segno

    try:
        # Eight pixels a module are one byte of the picture: no other scale is as short.
        return segno.make(text, error="m", micro=False).png_data_uri(scale=8, border=4)
    except segno.DataOverflowError as error:
        raise BadInput("“target” is too long for a QR code") from error
