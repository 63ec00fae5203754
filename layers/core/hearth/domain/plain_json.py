"""JSON that every queue and table takes: as short as text can be, and nothing they refuse."""

import json
import re
from typing import Any

_REFUSED = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What SQS does not take in a message (SendMessage: U+FFFE, U+FFFF) and no encoding of text has."""


def dumps(content: Any, *, sort_keys: bool = False) -> str:
    """One line of JSON; the few characters that queues refuse are written as escapes."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=sort_keys)
    return _REFUSED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
