"""Take a platform's callback: verify, store once, acknowledge."""

from hearth.domain.callbacks import Callback, Reply
from hearth.ports import Clock, EventLog, Inbound, Secrets


def receive(
    callback: Callback,
    platform: str,
    account: str,
    inbound: Inbound,
    secrets: Secrets,
    log: EventLog,
    clock: Clock,
) -> Reply:
    """What to answer the platform.

    Raises NotFound for an unknown account, Unverified for a forged callback, Malformed for
    one that cannot be read, Oversized for one that cannot be stored, Unavailable when the
    store does not answer; in all these cases nothing is stored.
    """
    own = secrets.account(platform, account)
    greeting = inbound.handshake(callback, own)
    if greeting is not None:
        return greeting
    body = inbound.open(callback, own)
    log.append(inbound.read(account, body), clock())
    return inbound.acknowledge(callback, body, own)
