"""Pictures to begin with: logos, and data URIs of whatever."""

import base64
import io
from typing import Any

from PIL import Image


def uri(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def saved(picture: Image.Image, form: str = "PNG", **more: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def red(width: int = 60, height: int = 60, mode: str = "RGB") -> Image.Image:
    """All red: the worst a logo can do is to be dark all over."""
    return Image.new("RGB", (width, height), "#a00000").convert(mode)
