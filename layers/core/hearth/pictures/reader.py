"""The door to what reads pictures."""

from hearth.pictures.formats import format_of


def codes_on(picture: bytes) -> tuple[str, ...]:
    """What the QR codes on a picture say, each once. Raises BadInput, Oversized."""
    form = format_of(picture)
    # Seldom asked for, and what it reads with would be a fifth of the console's cold start.
    from hearth.pictures.decode import decode

    return decode(picture, form)
