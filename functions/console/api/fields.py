"""Field types that several resources share. Input is strict and never carries extra fields."""

from typing import Annotated, Literal
from unicodedata import category

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Input(BaseModel):
    """What a client sends."""

    model_config = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True)


class View(BaseModel):
    """What a client is shown."""

    model_config = ConfigDict(from_attributes=True)


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that let text run the other way, so that it reads as what it is not."""


def printable(text: str) -> str:
    """The text itself; raises ValueError when it would not read as what it is."""
    if any(_is_control(sign) for sign in text):
        raise ValueError("must not contain control characters")
    return text


def _is_control(sign: str) -> bool:
    return (category(sign) == "Cc" and sign not in "\n\t") or sign in _TURNING


def one_line(text: str) -> str:
    """The text itself; raises ValueError when it has several lines."""
    if "\n" in text or "\t" in text:
        raise ValueError("must be one line")
    return text


Line = Annotated[
    str,
    Field(min_length=1, max_length=80),
    AfterValidator(printable),
    AfterValidator(one_line),
]
"""A name for people to read."""

Text = Annotated[str, Field(max_length=4000), AfterValidator(printable)]

RoleName = Literal["viewer", "operator", "owner"]
Milliseconds = Annotated[int, Field(ge=0, le=4_102_444_800_000, description="ms since 1970, UTC")]

Limit = Annotated[int, Query(ge=1, le=100, description="Most entries to return")]
Cursor = Annotated[str, Query(max_length=1000, description="`next` of the page before")]


class Listing(View):
    """One page of a list."""

    next: str | None = Field(description="Cursor of the next page; null at the end")
