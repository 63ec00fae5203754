"""Text that can be read on any colour."""

DEFAULT = "#a63d12"
"""Hearth's own, where an operator chose none."""

_DARK, _LIGHT = "#000000", "#ffffff"


def ink_on(colour: str) -> str:
    """Black or white, whichever is easier to read on ``#rrggbb``: 4.5 : 1 or better."""
    return max((_LIGHT, _DARK), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
