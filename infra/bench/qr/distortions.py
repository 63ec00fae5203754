"""What happens to a picture before it is sent: one step each, the same for the same ``Random``."""

import io
import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

from infra.bench.qr.screens import Picture

Distortion = Callable[[Random, Picture], Picture]

_TABLE = (90, 80, 70)
"""What lies around a picture that was turned."""


def saved(quality: int) -> Distortion:
    """As JPEG."""

    def save(_: Random, picture: Picture) -> Picture:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality)
        return Image.open(out).convert("RGB")

    return save


def scaled(factor: float) -> Distortion:
    """Larger or smaller."""
    return lambda _, picture: ImageOps.scale(picture, factor, Image.Resampling.BICUBIC)


def blurred(radius: float) -> Distortion:
    """Out of focus, by pixels."""
    return lambda _, picture: picture.filter(ImageFilter.GaussianBlur(radius))


def shaken(pixels: int) -> Distortion:
    """Moved while it was taken."""

    def shake(_: Random, picture: Picture) -> Picture:
        seen = picture
        for step in range(1, pixels):
            seen = Image.blend(seen, ImageChops.offset(picture, step, step // 2), 1 / (step + 1))
        return seen

    return shake


def noisy(share: float) -> Distortion:
    """Taken in the dark: grains of any colour."""

    def add_noise(random: Random, picture: Picture) -> Picture:
        grains = random.randbytes(3 * picture.width * picture.height)
        return Image.blend(picture, Image.frombytes("RGB", picture.size, grains), share)

    return add_noise


def turned(degrees: float) -> Distortion:
    """To either side."""

    def turn(random: Random, picture: Picture) -> Picture:
        angle = random.choice((-1, 1)) * degrees
        return picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=_TABLE)

    return turn


def tilted(amount: float) -> Distortion:
    """Seen from the side: 1 would be from so far that one edge vanishes."""

    def tilt(random: Random, picture: Picture) -> Picture:
        x, y = picture.width / 2, picture.height / 2
        g = random.choice((-1, 1)) * amount / picture.width
        h = random.uniform(-1, 1) * amount / picture.height
        # A point u, v from the middle of the outcome comes from z (u, v) / (1 + g u + h v).
        k, z = 1 - g * x - h * y, 1.1
        numbers = (z + x * g, x * h, x * (k - z), y * g, z + y * h, y * (k - z), g, h)
        return picture.transform(
            picture.size,
            Image.Transform.PERSPECTIVE,
            [number / k for number in numbers],
            Image.Resampling.BICUBIC,
            fillcolor=_TABLE,
        )

    return tilt


def faded(dark: int, light: int) -> Distortion:
    """Less contrast: black becomes ``dark``, white becomes ``light``."""
    table = [round(dark + (light - dark) * one / 255) for one in range(256)]
    return lambda _, picture: picture.point(table * 3)


def rippled(strength: int) -> Distortion:
    """The screen's own lines seen through the camera's."""

    def ripple(random: Random, picture: Picture) -> Picture:
        length, reach = random.uniform(3.5, 9.0), 2 * max(picture.size)
        wave = (math.sin(x / length * math.tau) for x in range(reach))
        line = bytes(round(255 - strength / 2 * (1 + one)) for one in wave)
        stripes = Image.frombytes("L", (reach, 1), line).resize((reach, reach))
        seen = stripes.rotate(random.uniform(0, 90), Image.Resampling.BILINEAR)
        left, top = (reach - picture.width) // 2, (reach - picture.height) // 2
        cut = seen.crop((left, top, left + picture.width, top + picture.height))
        return ImageChops.multiply(picture, cut.convert("RGB"))

    return ripple


def lit(strength: int) -> Distortion:
    """A lamp's reflection on it; with a negative strength a hand's shadow."""
    change = ImageChops.add if strength > 0 else ImageChops.subtract
    table = [round(abs(strength) * one / 255) for one in range(256)]

    def light(random: Random, picture: Picture) -> Picture:
        spot = ImageOps.invert(Image.radial_gradient("L")).resize(picture.size)
        spot = ImageChops.offset(spot, random.randint(-300, 300), random.randint(-300, 300))
        return change(picture, spot.point(table).convert("RGB"))

    return light


def steps(*every: Distortion) -> Distortion:
    """One after the other."""

    def go(random: Random, picture: Picture) -> Picture:
        for step in every:
            picture = step(random, picture)
        return picture

    return go
