"""Who one client is, as far as its network address tells."""

import ipaddress


def network_of(address: str) -> str:
    """The address, or of IPv6 the /64 that one client usually has to itself; else ``unknown``."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if known.version == 4:
        return str(known)
    return str(ipaddress.IPv6Network((int(known), 64), strict=False))
