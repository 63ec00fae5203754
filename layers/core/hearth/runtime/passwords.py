"""Passwords at rest: scrypt from the standard library.

Parameters by the OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1 (128 MiB).
"""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

_NOTHING = base64.b64encode(bytes(32)).decode()


@dataclass(frozen=True, slots=True)
class Scrypt:
    """Hashes as ``scrypt$log2(N)$r$p$salt$hash``, salt and hash in base64."""

    log_n: int = 17
    r: int = 8
    p: int = 1

    def hash(self, password: str) -> str:
        """A new hash with a random salt."""
        salt = secrets.token_bytes(16)
        return f"{self._prefix}${_text(salt)}${_text(self._derive(password, salt))}"

    def verify(self, password: str, stored: str) -> bool:
        """Whether ``password`` belongs to ``stored``.

        An empty ``stored`` (nobody of that name, no password yet) takes as long and is False.
        """
        whole = stored or f"{self._prefix}${_NOTHING}${_NOTHING}"
        scheme, log_n, r, p, salt, digest = whole.split("$")
        if scheme != "scrypt":
            raise ValueError("not a password hash of this program")
        found = Scrypt(int(log_n), int(r), int(p))._derive(password, base64.b64decode(salt))
        return hmac.compare_digest(found, base64.b64decode(digest)) and bool(stored)

    @property
    def _prefix(self) -> str:
        return f"scrypt${self.log_n}${self.r}${self.p}"

    def _derive(self, password: str, salt: bytes) -> bytes:
        plain = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
        n = 2**self.log_n
        need = 128 * self.r * (n + self.p + 2)
        return hashlib.scrypt(plain, salt=salt, n=n, r=self.r, p=self.p, maxmem=need, dklen=32)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
