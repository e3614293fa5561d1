"""Which machines may be reached: public ones only, looked up once, and of the hosts that were allowed."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from rawi.sources.streams import refused
from rawi.sources.web.addresses import IP, Address, parse_allowed
from rawi.sources.web.policy import Policy

#: Looks a name up: host and port in, IP addresses out; OSError if there are none.
Resolve = Callable[[str, int], Sequence[str]]
Peer = tuple[str, int]

# Blocks that are not public (IANA special-purpose registries); is_global of Python differs between versions.
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
            *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
            *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),  # Teredo, documentation, 6to4
        ),
    )
)
_PUBLIC_SIX = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
#: Names that mean something else in every house (RFC 6761, 6762, 8375; ``.internal`` of ICANN).
_INNER = ("localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp", "home")


def is_public(ip: IP) -> bool:
    """Tell whether an address is one of the public Internet.

    Forms that hold an IPv4 address are not (mapped, 6to4, Teredo), but for NAT64 of a public one, by which
    networks without IPv4 reach everybody else.

    >>> [is_public(ipaddress.ip_address(one)) for one in ("1.1.1.1", "10.0.0.1", "::ffff:1.1.1.1")]
    [True, False, False]
    """
    if ip.version == 6 and ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    if ip.version == 6 and (ip not in _PUBLIC_SIX or ip.scope_id):
        return False
    return ip.is_global and not any(ip.version == one.version and ip in one for one in _CLOSED)


def find_peers(address: Address, policy: Policy, resolve: Resolve, seconds: float) -> list[Peer]:
    """Return where to connect for an address, after looking its name up once, within ``seconds``.

    Raises SourceError: ``fetch.not-allowed`` the host is none of ``policy.hosts``; ``fetch.address`` it, or
    any machine of its name, is not public; ``fetch.unreachable`` nobody bears the name; ``fetch.timeout``.
    Behind a proxy, which looks names up itself, the answer is empty: only what is written can be checked.
    """
    _check_host(address, policy)
    if address.ip is not None:
        found = [address.ip.compressed]
    elif policy.proxy:
        return []
    else:
        found = _look_up(address, resolve, seconds)
    if not all(_may_reach(one, address.port, policy) for one in found):
        raise refused("fetch.address", "it leads to a machine that is not on the public Internet")
    return [(one, address.port) for one in found]


def _check_host(address: Address, policy: Policy) -> None:
    """Refuse a host that was not allowed, and a name that is of no use on the public Internet."""
    if policy.hosts and not any(_is_below(address.host, parse_allowed(one)) for one in policy.hosts):
        raise refused("fetch.not-allowed", f"{address.host} is none of the hosts that --allow names")
    if address.ip is not None:
        return
    if "." not in address.host or any(_is_below(address.host, one) for one in _INNER):
        raise refused("fetch.address", f"{address.host} is a name of an inner network")
    if _is_below(address.host, "onion") and not policy.proxy:
        raise refused("fetch.address", ".onion is reached by --proxy socks5h://… only; no lookup was made")


def _is_below(host: str, other: str) -> bool:
    """Tell whether a host is another one or lies below it, by whole labels."""
    return host == other or host.endswith(f".{other}")


def _may_reach(written: str, port: int, policy: Policy) -> bool:
    """Tell whether an address that a name gave may be connected to."""
    return (written, port) in policy.inner or is_public(ipaddress.ip_address(written))


def _look_up(address: Address, resolve: Resolve, seconds: float) -> list[str]:
    """Look a name up, in a thread of its own: the system's lookup knows no limit of time."""
    answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(address.host, address.port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except Empty:
        raise refused("fetch.timeout", "the name was not found in time") from None
    if isinstance(found, Exception) or not found:
        raise refused("fetch.unreachable", "nobody bears this name")
    return list(dict.fromkeys(found))


def resolve_name(host: str, port: int) -> list[str]:
    """Look a name up in the way of the system; OSError if there is none."""
    return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
