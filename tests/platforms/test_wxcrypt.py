"""Tencent's callback encryption against known answers, and against everything that is wrong."""

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import HearthError, Malformed, Misconfigured, Unverified
from hearth.platforms import wxcrypt
from tests.platforms.vectors import VECTORS, of_kind

KEY = VECTORS["D1"]["encoding_aes_key"]
RANDOM = b"0123456789abcdef"

every_vector = pytest.mark.parametrize(
    "vector", of_kind("wxcrypt"), ids=lambda vector: str(vector["id"])
)


@every_vector
def test_decrypting(vector: dict[str, Any]) -> None:
    opened = wxcrypt.decrypt(vector["encoding_aes_key"], vector["encrypt"], vector["receiveid"])
    assert opened.decode() == vector["plaintext"]


@every_vector
def test_encrypting_gives_the_very_same_bytes(vector: dict[str, Any]) -> None:
    sealed = wxcrypt.encrypt(
        vector["encoding_aes_key"],
        vector["plaintext"].encode(),
        vector["receiveid"],
        vector["random_latin1"].encode("latin-1"),
    )
    assert sealed == vector["encrypt"]


@every_vector
def test_the_signature(vector: dict[str, Any]) -> None:
    signed = (vector["token"], vector["timestamp"], vector["nonce"], vector["encrypt"])
    assert wxcrypt.signature(*signed) == vector["msg_signature"]
    wxcrypt.verify(*signed, vector["msg_signature"])
    with pytest.raises(Unverified):
        wxcrypt.verify(*signed[:3], signed[3] + "=", vector["msg_signature"])


@every_vector
def test_the_padding_is_the_vector_s(vector: dict[str, Any]) -> None:
    inner = len(vector["plaintext"].encode()) + len(vector["receiveid"]) + 20
    assert len(base64.b64decode(vector["encrypt"])) - inner == vector["pad"]


@every_vector
def test_somebody_else_s_message_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(Unverified, match="receive_id"):
        wxcrypt.decrypt(vector["encoding_aes_key"], vector["encrypt"], vector["receiveid"] + "0")


@pytest.mark.parametrize("place", range(40))
def test_one_flipped_character_of_the_signature(place: int) -> None:
    right = VECTORS["D1"]["msg_signature"]
    wrong = right[:place] + ("0" if right[place] != "0" else "1") + right[place + 1 :]
    token, timestamp, nonce, encrypted = (
        VECTORS["D1"][name] for name in ("token", "timestamp", "nonce", "encrypt")
    )
    with pytest.raises(Unverified):
        wxcrypt.verify(token, timestamp, nonce, encrypted, wrong)


def test_an_account_without_a_token_refuses_everything() -> None:
    with pytest.raises(Unverified, match="token"):
        wxcrypt.verify("", "1", "n", "e", wxcrypt.signature("", "1", "n", "e"))


@pytest.mark.parametrize("key", ["", KEY[:42], KEY + "A", "-" * 43, KEY[:42] + "é", KEY + "\n"])
def test_a_wrong_key_is_named_but_not_shown(key: str) -> None:
    with pytest.raises(Misconfigured, match="encoding_aes_key") as caught:
        wxcrypt.decrypt(key, VECTORS["D1"]["encrypt"], VECTORS["D1"]["receiveid"])
    assert not key or key not in str(caught.value)


def raw(plain: bytes) -> str:
    """Encrypt whole blocks as they are, right or wrong."""
    key = base64.b64decode(KEY + "=")
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain) + encryptor.finalize()).decode()


def layout(length: int, pad: int, message: bytes = b"x" * 12) -> bytes:
    """Random bytes, length, message and padding, 64 bytes in all."""
    return (RANDOM + length.to_bytes(4, "big") + message).ljust(63, b"\x20") + bytes([pad])


@pytest.mark.parametrize(
    ("encrypted", "complaint"),
    [
        ("", "whole blocks"),
        ("not base64!", "not base64"),
        ("é" * 24, "not base64"),
        ("QUJD!QUJD", "not base64"),
        ("QUJD", "whole blocks"),
        (base64.b64encode(bytes(17)).decode(), "whole blocks"),
        (raw(layout(12, 0)), "padding"),
        (raw(layout(12, 33)), "padding"),
        (raw(layout(12, 255)), "padding"),
        (raw(layout(13, 32)), "shorter"),
        (raw(layout(2**32 - 1, 32)), "shorter"),
        (raw(bytes(15) + b"\x01"), "shorter"),
        (raw(bytes(15) + b"\x20"), "shorter"),
    ],
)
def test_what_cannot_be_a_message(encrypted: str, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        wxcrypt.decrypt(KEY, encrypted, "")


def test_truncating_a_message_never_gives_another() -> None:
    vector = VECTORS["A2"]
    whole = base64.b64decode(vector["encrypt"])
    for size in range(0, len(whole)):
        cut = base64.b64encode(whole[:size]).decode()
        with pytest.raises((Malformed, Unverified)):
            wxcrypt.decrypt(vector["encoding_aes_key"], cut, vector["receiveid"])


def test_the_random_part_has_sixteen_bytes() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        wxcrypt.encrypt(KEY, b"", "", b"short")


@given(
    message=st.binary(max_size=300),
    receive_id=st.text(max_size=40),
    random=st.binary(min_size=16, max_size=16),
)
def test_what_is_encrypted_can_be_decrypted(message: bytes, receive_id: str, random: bytes) -> None:
    sealed = wxcrypt.encrypt(KEY, message, receive_id, random)
    assert wxcrypt.decrypt(KEY, sealed, receive_id) == message


@given(blocks=st.integers(1, 5).flatmap(lambda n: st.binary(min_size=16 * n, max_size=16 * n)))
def test_random_blocks_are_refused_in_words(blocks: bytes) -> None:
    try:
        wxcrypt.decrypt(KEY, base64.b64encode(blocks).decode(), "corp")
    except HearthError:
        return
    raise AssertionError("random bytes were taken for a message")


@given(parts=st.lists(st.text(), min_size=4, max_size=4))
def test_the_order_of_what_is_signed_does_not_matter(parts: list[str]) -> None:
    assert wxcrypt.signature(*parts) == wxcrypt.signature(*sorted(parts))
