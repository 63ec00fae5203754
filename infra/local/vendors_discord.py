"""How Discord signs what it sends: the other side of ``hearth.platforms.discord``."""


def discord_headers(private_seed: str, timestamp: int | str, body: bytes) -> dict[str, str]:
    """Headers of a callback; the key's seed in hexadecimal, ``timestamp`` in seconds."""
    # Only this needs cryptography, which the local run's own environment does not have.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private_seed))
    return {
        "content-type": "application/json",
        "x-signature-timestamp": str(timestamp),
        "x-signature-ed25519": key.sign(str(timestamp).encode() + body).hex(),
    }
