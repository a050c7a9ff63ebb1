"""Recognise IP addresses that are not public, by the IANA special-purpose registries.

Python's `is_global` follows older tables, and differs between its versions. Refused is more
than the registries call "not globally reachable": also what is reachable but no web server.
https://www.iana.org/assignments/iana-ipv4-special-registry (2024-08),
https://www.iana.org/assignments/iana-ipv6-special-registry (2024-10).
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_SPECIAL_4 = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private use
        "100.64.0.0/10",  # shared address space of providers
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link local
        "172.16.0.0/12",  # private use
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays, deprecated
        "192.168.0.0/16",  # private use
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
# All that is assigned to public machines lies in here.
_UNICAST_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(
    IPv6Network(net)
    for net in (
        "2001::/23",  # IETF protocol assignments: Teredo, benchmarking, AMT, ORCHID, drones
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOW = 0xFFFF_FFFF


def is_public(machine: str) -> bool:
    """Return True if a numeric address is open to all, and so is an IPv4 address inside it."""
    number = ip_address(machine.partition("%")[0])
    if isinstance(number, IPv4Address):
        return not any(number in net for net in _SPECIAL_4)
    inside = _inside(number)
    tunnelled = any(number in net for net in (_MAPPED, _NAT64, _6TO4, _TEREDO))
    plain = number in _UNICAST_6 and not any(number in net for net in _SPECIAL_6)
    return (tunnelled or plain) and all(is_public(str(inner)) for inner in inside)


def _inside(number: IPv6Address) -> list[IPv4Address]:
    """Return the IPv4 addresses that an IPv6 address leads to."""
    whole = int(number)
    if number in _MAPPED or number in _NAT64:
        return [IPv4Address(whole & _LOW)]
    if number in _6TO4:
        return [IPv4Address(whole >> 80 & _LOW)]
    if number in _TEREDO:
        # The server, and the machine behind it with its bits inverted.
        return [IPv4Address(whole >> 64 & _LOW), IPv4Address(~whole & _LOW)]
    return [IPv4Address(whole & _LOW)] if whole >> 32 & _LOW in _ISATAP else []
