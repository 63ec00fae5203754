"""Bodies are stored compressed: DynamoDB bills writes by the kilobyte and bounds items."""

import zlib

from hearth.domain.errors import Malformed, Oversized

LARGEST_PACKED = 390_000
"""Bytes; DynamoDB refuses items above 400 KB."""

_LARGEST = 2_000_000


def pack(raw: bytes) -> bytes:
    """Compress; raises Oversized when the result does not fit an item, or cannot be read back."""
    if len(raw) > _LARGEST:
        raise Oversized(f"the body is larger than {_LARGEST} bytes")
    packed = zlib.compress(raw, 6)
    if len(packed) > LARGEST_PACKED:
        raise Oversized(f"the body is larger than {LARGEST_PACKED} bytes even when compressed")
    return packed


def unpack(packed: bytes | None) -> bytes:
    """The raw bytes, bounded; raises Malformed when they were damaged, or are not there."""
    if packed is None:
        raise Malformed("the stored body is missing")
    unpacking = zlib.decompressobj()
    try:
        raw = unpacking.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise Malformed(f"the stored body is damaged: {error}") from error
    if not unpacking.eof:
        raise Malformed("the stored body is damaged: its end is missing")
    return raw
