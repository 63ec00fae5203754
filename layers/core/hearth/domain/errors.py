"""Everything that may go wrong on purpose, as one tree.

HearthError
├── BadInput              what was sent cannot be used; says what is wrong and what to do
│   ├── Malformed         not the format it claims to be
│   └── Oversized         larger than the stated bound
├── Unverified            a signature or secret does not match
├── Unauthenticated       nobody is logged in
├── Forbidden             logged in, but not allowed
├── NotFound              no such thing
├── Conflict              somebody else was quicker, or it exists already
├── TooManyAttempts       try again later
├── Unavailable           a store or queue did not answer: nothing was done, try again
└── Misconfigured         a setting is missing or wrong; names the setting
"""


class HearthError(Exception):
    """Base of all expected errors; ``str(error)`` may be shown to whoever asked."""


class BadInput(HearthError):
    """The input cannot be used; nothing was changed."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        """A word for programs where they are to tell refusals apart, such as ``no_qr``."""


class Malformed(BadInput):
    """The input is not the format it claims to be."""


class Oversized(BadInput):
    """The input is larger than the stated bound."""


class Unverified(HearthError):
    """The signature or secret of a callback does not match."""


class Unauthenticated(HearthError):
    """There is no valid session or token."""


class Forbidden(HearthError):
    """The session or token may not do this."""


class NotFound(HearthError):
    """There is no such thing."""


class Conflict(HearthError):
    """The thing exists already or was changed by somebody else meanwhile."""


class TooManyAttempts(HearthError):
    """Refused for now to slow down guessing."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """Seconds until another attempt makes sense."""


class Unavailable(HearthError):
    """A store or queue did not answer; nothing was done and a repeat is safe."""


class Misconfigured(HearthError):
    """A setting is missing or wrong; the message names it."""
