"""Pictures with a code, and pictures that only look as if there was one."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from infra.bench.qr.distortions import (
    Distortion,
    blurred,
    faded,
    lit,
    noisy,
    rippled,
    saved,
    scaled,
    shaken,
    steps,
    tilted,
    turned,
)
from infra.bench.qr.screens import SCREEN, Look, Picture, without_code


@dataclass(frozen=True, slots=True)
class Case:
    """How a screen with a code looks, and what happened to it."""

    look: Look = Look()
    distortion: Distortion = steps()


CASES = {
    "as it was": Case(),
    "jpeg 20": Case(distortion=saved(20)),
    "jpeg 3": Case(distortion=saved(3)),
    "a quarter of the size": Case(distortion=scaled(0.25)),
    "a seventh of the size": Case(Look(width=800), scaled(0.15)),
    "small, then jpeg 15": Case(Look(width=800), steps(scaled(0.25), saved(15))),
    "twice the size": Case(distortion=scaled(2)),
    "screenshot of a screenshot": Case(
        distortion=steps(scaled(0.5), saved(40), scaled(1.7), saved(30), scaled(0.5), saved(40))
    ),
    "blurred": Case(distortion=blurred(5)),
    "blurred much": Case(Look(width=800), blurred(8)),
    "shaken": Case(distortion=shaken(14)),
    "shaken much": Case(distortion=shaken(26)),
    "noise": Case(distortion=noisy(0.5)),
    "much noise": Case(distortion=noisy(0.75)),
    "turned by 12°": Case(distortion=turned(12)),
    "turned by 45°": Case(distortion=turned(45)),
    "turned by 90°": Case(distortion=turned(90)),
    "from the side": Case(distortion=tilted(0.5)),
    "from far to the side": Case(distortion=tilted(0.9)),
    "low contrast": Case(distortion=faded(110, 150)),
    "very low contrast": Case(distortion=steps(faded(120, 136), saved(80))),
    "lamp on the screen": Case(distortion=lit(250)),
    "shadow of a hand": Case(distortion=lit(-220)),
    "moiré": Case(distortion=steps(rippled(200), saved(50))),
    "photo of a screen": Case(
        distortion=steps(rippled(110), tilted(0.4), turned(7), blurred(2), noisy(0.3), saved(40))
    ),
    "photo of a poster": Case(
        Look(width=420), steps(tilted(0.5), turned(9), lit(-160), blurred(2), noisy(0.35))
    ),
    "dark screen": Case(Look(dark=True, border=1)),
    "light on dark": Case(Look(inverted=True), saved(30)),
    "colours": Case(Look(colours=("#c9501c", "#f3d9c8"))),
    "logo in the middle": Case(Look(logo=0.18)),
    "large logo": Case(Look(logo=0.32)),
    "something on it": Case(Look(sticker=0.13)),
    "round modules": Case(Look(dots=True)),
    "hardly a border": Case(Look(border=0, dark=True), saved(50)),
}


def _empty(random: Random) -> Picture:
    return without_code(random)


def _grains(random: Random) -> Picture:
    """Black and white squares without any order."""
    width, height = 54, 96
    squares = bytes(random.choice((0, 255)) for _ in range(width * height))
    return Image.frombytes("L", (width, height), squares).resize(SCREEN).convert("RGB")


def _corners(random: Random) -> Picture:
    """Three corners of a QR code, and nothing that it could say."""
    screen = without_code(random)
    draw = ImageDraw.Draw(screen)
    size = random.randint(120, 200)
    for x, y in ((200, 500), (700, 500), (200, 1000)):
        for inset, colour in ((0, "black"), (size // 7, "white"), (2 * size // 7, "black")):
            draw.rectangle((x + inset, y + inset, x + size - inset, y + size - inset), colour)
    return screen


def _stripes(random: Random) -> Picture:
    """A barcode."""
    screen = without_code(random)
    draw = ImageDraw.Draw(screen)
    x = 120
    while x < 960:
        width = random.randint(4, 18)
        draw.rectangle((x, 700, x + width, 1000), "black")
        x += width + random.randint(4, 18)
    return screen


def _rings(random: Random) -> Picture:
    """A mini program's round code."""
    screen = without_code(random)
    draw = ImageDraw.Draw(screen)
    for _ in range(220):
        start, reach = random.uniform(0, 360), random.randint(160, 380)
        box = (540 - reach, 960 - reach, 540 + reach, 960 + reach)
        draw.arc(box, start, start + random.uniform(2, 9), "black", 12)
    return screen


EMPTY: dict[str, Callable[[Random], Picture]] = {
    "a chat": _empty,
    "black and white squares": _grains,
    "corners of a code": _corners,
    "a barcode": _stripes,
    "a round code": _rings,
}
