"""Which address stands for a client: what is counted for each client is counted for it."""

from __future__ import annotations

import ipaddress

_OWN = 64  # bits of an IPv6 address that tell one household or machine from another


def client_at(host: str) -> str:
    """Return the client at an address; of IPv6 the whole network that one client is given.

    Whoever has one IPv6 address has 2^64 of them, and could else be as many clients.
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), _OWN), strict=False))
