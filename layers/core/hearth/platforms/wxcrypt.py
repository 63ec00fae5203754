"""Tencent's callback encryption, shared by WeCom, Official Accounts and DingTalk.

A message travels as base64 of AES-256-CBC over ``16 random bytes | length | message | receiver``
with padding to 32 bytes, and is signed by SHA-1 over the sorted strings token, timestamp, nonce
and the base64 text. Source: developer.work.weixin.qq.com document 91144.
"""

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.platforms.proof import same

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import Cipher, modes

_KEY = re.compile(r"[A-Za-z0-9+/]{43}")
_AES_BLOCK = 16
_PAD_BLOCK = 32
_RANDOM = 16
_HEAD = _RANDOM + 4


def signature(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """Lower-case hex of the signature."""
    # Parameters are chosen by strangers: nothing in them may fail to encode.
    parts = sorted(
        part.encode("utf-8", "surrogatepass") for part in (token, timestamp, nonce, encrypted)
    )
    return hashlib.sha1(b"".join(parts), usedforsecurity=False).hexdigest()


def verify(token: str, timestamp: str, nonce: str, encrypted: str, claimed: str) -> None:
    """Raise Unverified unless ``claimed`` is the signature."""
    if not token:
        raise Unverified("the account has no “token”: set the one of the callback's settings")
    if not same(signature(token, timestamp, nonce, encrypted), claimed):
        raise Unverified("“msg_signature” does not match")


def decrypt(
    encoding_aes_key: str, encrypted: str, receive_id: str, setting: str = "receive_id"
) -> bytes:
    """The message; raises Malformed, Misconfigured, Unverified when it is for somebody else.

    ``setting`` is what the account calls ``receive_id``.
    """
    decryptor = _cipher(encoding_aes_key).decryptor()
    padded = decryptor.update(_ciphertext(encrypted)) + decryptor.finalize()
    if not 1 <= padded[-1] <= _PAD_BLOCK:
        raise Malformed("“Encrypt” has a wrong padding")
    message, receiver = _split(padded[: -padded[-1]])
    if receiver != receive_id.encode():
        # Others may share token and key, for example two apps of one provider.
        raise Unverified(f"the message is for another “{setting}” than the account's")
    return message


def encrypt(encoding_aes_key: str, message: bytes, receive_id: str, random: bytes) -> str:
    """The base64 text for ``message``, the same for the same 16 bytes of ``random``."""
    if len(random) != _RANDOM:
        raise ValueError(f"{_RANDOM} random bytes are needed, not {len(random)}")
    plain = random + len(message).to_bytes(4, "big") + message + receive_id.encode()
    pad = _PAD_BLOCK - len(plain) % _PAD_BLOCK
    encryptor = _cipher(encoding_aes_key).encryptor()
    padded = plain + bytes([pad]) * pad
    return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()


def _cipher(encoding_aes_key: str) -> "Cipher[modes.CBC]":
    if not _KEY.fullmatch(encoding_aes_key):
        raise Misconfigured(
            "the account's “encoding_aes_key” must be the 43 characters of base64 that WeCom shows"
        )
    # Here, so that a forged callback is refused without the time this import takes.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = base64.b64decode(encoding_aes_key + "=")
    return Cipher(algorithms.AES(key), modes.CBC(key[:_AES_BLOCK]))


def _ciphertext(encrypted: str) -> bytes:
    try:
        content = base64.b64decode(encrypted, validate=True)
    except ValueError as error:
        raise Malformed("“Encrypt” is not base64") from error
    if not content or len(content) % _AES_BLOCK:
        raise Malformed("“Encrypt” is not made of whole blocks")
    return content


def _split(plain: bytes) -> tuple[bytes, bytes]:
    """Message and receiver."""
    end = _HEAD + int.from_bytes(plain[_RANDOM:_HEAD], "big")
    if len(plain) < end:
        raise Malformed("“Encrypt” is shorter than it says inside")
    return plain[_HEAD:end], plain[end:]
