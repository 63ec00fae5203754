"""What the pages say, a language a file: a page needs one of them."""

from collections.abc import Mapping

LANGUAGES = ("zh", "en")


def words_of(language: str) -> Mapping[str, str]:
    """The words of ``zh`` or ``en``."""
    if language == "en":
        from hearth.landing.words.en import WORDS as ENGLISH

        return ENGLISH
    from hearth.landing.words.zh import WORDS as CHINESE

    return CHINESE


def spoken(accept: str) -> str:
    """The first language of a header Accept-Language that is known; Chinese when none is."""
    tags = [part.split(";")[0].strip()[:2].lower() for part in accept.split(",")]
    return next((tag for tag in tags if tag in LANGUAGES), LANGUAGES[0])
