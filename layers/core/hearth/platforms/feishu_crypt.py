"""How Feishu and Lark sign and encrypt what they send, once an account has an Encrypt Key.

The signature is SHA-256 over timestamp, nonce, key and raw body. The body holds the base64 of
``16 bytes IV | AES-256-CBC`` with the SHA-256 of the key and padding to 16 bytes.
"""

import base64
import hashlib
from typing import TYPE_CHECKING

from hearth.domain.errors import Malformed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import Cipher, modes

_BLOCK = 16


def signature(timestamp: str, nonce: str, encrypt_key: str, body: bytes) -> str:
    """Lower-case hex of the signature."""
    # Headers are chosen by strangers: nothing in them may fail to encode.
    head = (timestamp + nonce + encrypt_key).encode("utf-8", "surrogatepass")
    return hashlib.sha256(head + body).hexdigest()


def decrypt(encrypt_key: str, encrypted: str) -> bytes:
    """The message; raises Malformed."""
    content = _ciphertext(encrypted)
    decryptor = _cipher(encrypt_key, content[:_BLOCK]).decryptor()
    padded = decryptor.update(content[_BLOCK:]) + decryptor.finalize()
    pad = padded[-1]
    if not 1 <= pad <= _BLOCK or padded[-pad:] != bytes([pad]) * pad:
        raise Malformed("“encrypt” has a wrong padding: is “encrypt_key” the app's?")
    return padded[:-pad]


def encrypt(encrypt_key: str, message: bytes, iv: bytes) -> str:
    """The base64 text for ``message``, the same for the same 16 bytes of ``iv``."""
    pad = _BLOCK - len(message) % _BLOCK
    encryptor = _cipher(encrypt_key, iv).encryptor()
    content = encryptor.update(message + bytes([pad]) * pad) + encryptor.finalize()
    return base64.b64encode(iv + content).decode()


def _cipher(encrypt_key: str, iv: bytes) -> "Cipher[modes.CBC]":
    # Here, so that a forged callback is refused without the time this import takes.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = hashlib.sha256(encrypt_key.encode()).digest()
    return Cipher(algorithms.AES(key), modes.CBC(iv))


def _ciphertext(encrypted: str) -> bytes:
    try:
        content = base64.b64decode(encrypted, validate=True)
    except ValueError as error:
        raise Malformed("“encrypt” is not base64") from error
    if len(content) < 2 * _BLOCK or len(content) % _BLOCK:
        raise Malformed("“encrypt” is not made of whole blocks")
    return content
