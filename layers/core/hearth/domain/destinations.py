"""What a destination of a live code may lead to."""

import re

from hearth.domain.errors import BadInput
from hearth.domain.livecodes import Kind

_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9.\-:\[\]]{0,253}([/?#][\x21-\x7e]*)?")
_LONGEST_ADDRESS = 2000
_LONGEST_QR = 500


def check_target(kind: Kind, target: str) -> None:
    """Raise BadInput unless visitors can be sent there.

    A link ends up in a header: only http and https, only visible ASCII.
    """
    if kind is Kind.LINK and (len(target) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(target)):
        raise BadInput("“target” of a link must be an http or https address, percent-encoded")
    if kind is Kind.QR and (len(target) > _LONGEST_QR or not target.isprintable()):
        raise BadInput(f"“target” of a QR must be 1 to {_LONGEST_QR} printable characters")
