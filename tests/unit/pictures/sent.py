"""Pictures as operators send them, made on the spot."""

import io
from typing import Any

import segno
from PIL import Image

GROUP = "https://weixin.qq.com/g/AwYAAHcQy1b0n9v8x7w6u5t4"


def code(text: str, scale: int = 6) -> Image.Image:
    """A QR code on white."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=scale, border=4)
    return Image.open(out).convert("RGB")


def side_by_side(*pictures: Image.Image) -> Image.Image:
    """Pictures in a row on white."""
    width, height = sum(one.width for one in pictures), max(one.height for one in pictures)
    row, left = Image.new("RGB", (width, height), "white"), 0
    for one in pictures:
        row.paste(one, (left, 0))
        left += one.width
    return row


def saved(picture: Image.Image, form: str = "PNG", **how: Any) -> bytes:
    """The file."""
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()
