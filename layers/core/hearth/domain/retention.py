"""How long personal data is kept. After that DynamoDB's time to live removes it."""

EVENT_DAYS = 90
DELIVERY_DAYS = 90
AUDIT_DAYS = 730
NOTICE_DAYS = 365
CONTACT_DAYS = 365
"""The sentence that people agree to says so."""

MEMBER_DAYS = 730
"""After the last that was heard of a member."""

_DAY_MS = 86_400_000


def expires(at: int, days: int) -> int:
    """Seconds since 1970 at which something of ``at`` (ms) may be forgotten."""
    return (at + days * _DAY_MS) // 1000
