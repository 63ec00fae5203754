"""Keys as they stand in addresses."""

from urllib.parse import unquote

from hearth.domain.errors import BadInput
from hearth.domain.groups import GroupRef


def group_of(text: str) -> GroupRef:
    """The group of a path's part, decoded at most once; raises BadInput."""
    ref = GroupRef.parse(unquote(text))
    if any(sign in ref.chat for sign in "/%?#"):
        raise BadInput("a chat's id has none of / % ? # here")
    return ref
