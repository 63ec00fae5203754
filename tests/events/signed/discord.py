"""Callbacks of Discord's."""

from hearth.domain.callbacks import Callback
from infra.local.vendors_discord import discord_headers

SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
SECRETS = {"public_key": "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"}


def signed(body: bytes, seed: str = SEED, timestamp: int | str = 1754400001) -> Callback:
    """A callback of Discord's."""
    return Callback("POST", discord_headers(seed, timestamp, body), {}, body)
