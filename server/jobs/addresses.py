"""Which network addresses a page may be fetched from: public ones only, so that no link reaches into a home network."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
Resolve: TypeAlias = Callable[[str, int], Awaitable[tuple[Address, ...]]]
Allowed: TypeAlias = Callable[[Address], bool]

# Global by their registration, yet a cloud's own service that answers only its machines.
_CLOUD = frozenset({ip_address("168.63.129.16")})
# These carry an IPv4 address inside, which a gateway would unpack after the check.
_TUNNELS = tuple(
    map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "::ffff:0:0/96"))
)
# Some Python versions count parts of these as global.
_NEVER = tuple(map(IPv4Network, ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "224.0.0.0/3")))
_SITE_LOCAL = IPv6Network("fec0::/10")


def is_public(address: Address) -> bool:
    """Whether this address belongs to the public internet, for one machine alone."""
    if not address.is_global or address.is_multicast or address.is_reserved or address in _CLOUD:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in net for net in _NEVER)
    return address not in _SITE_LOCAL and not any(address in net for net in _TUNNELS)


async def resolve(host: str, port: int) -> tuple[Address, ...]:
    """The addresses of a host name, each once, in the system's order. Raises OSError where it has none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A scope ("fe80::1%eth0") belongs to the link, and such an address is refused anyway.
    return tuple(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
