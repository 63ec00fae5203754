"""Names that no other test uses, so that tests share tables without knowing of each other."""

import uuid


def unique() -> str:
    """Twelve characters of a–f and 0–9."""
    return uuid.uuid4().hex[:12]
