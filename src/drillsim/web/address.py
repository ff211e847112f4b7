"""The address the pages of drills are served at: this machine alone, unless another of its addresses is named."""

from __future__ import annotations

import errno
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.errors import InvalidInput, wrong_argument

LOOPBACK = "127.0.0.1"
USUAL = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """One address of this machine. Port 0 takes a free one."""

    host: str = LOOPBACK
    port: int = 0
    tls: ssl.SSLContext | None = None
    """Serves over TLS where it is given."""

    @property
    def scheme(self) -> str:
        """Return `http` or `https`."""
        return "https" if self.tls is not None else "http"

    @property
    def is_loopback(self) -> bool:
        """Return whether nobody but this machine reaches it."""
        return self.host == "localhost" or bool((own := _number(self.host)) and own.is_loopback)

    def base(self, port: int) -> str:
        """Return the beginning of every link, without a slash at the end."""
        return f"{self.scheme}://{_in_link(self.host)}:{port}"

    def names(self, listening: socket.socket) -> frozenset[str]:
        """Return what a request may call this machine, each with its port: a page of a stranger that has its own name
        point here is none of ours."""
        own = listening.getsockname()
        names = {self.host.lower(), own[0], *((LOOPBACK, "localhost") if self.is_loopback else ())}
        told = {f"{_in_link(name)}:{own[1]}" for name in names}
        return frozenset(told | ({_in_link(name) for name in names} if own[1] == USUAL[self.scheme] else set()))


def listening(address: Address, before: int) -> socket.socket:
    """Listen at the address. `before`: port from before, taken where none was asked for, if it is free. Raises:
    InvalidInput where the name or the port cannot be had."""
    number = _number(address.host)
    if number is not None and number.is_unspecified:
        raise wrong_argument("--host", "server-host-every", host=address.host)
    refused: InvalidInput | None = None
    for family, where in _places(address, before):
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(where)
        except OSError as error:
            found.close()
            refused = _refused(address, where[1], error)
        else:
            return found
    assert refused is not None, "a name stands for one address at least"
    raise refused


def _places(address: Address, before: int) -> Iterator[tuple[socket.AddressFamily, tuple[str, int]]]:
    try:
        rows = socket.getaddrinfo(address.host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise wrong_argument("--host", "server-host-unknown", host=address.host) from None
    for port in (address.port,) if address.port or not before else (before, 0):
        for family, _, _, _, where in rows:
            yield family, (str(where[0]), port)


def _refused(address: Address, port: int, error: OSError) -> InvalidInput:
    if error.errno in (errno.EACCES, errno.EPERM):
        return wrong_argument("--port", "server-port-not-allowed", port=port)
    if error.errno == errno.EADDRNOTAVAIL:
        return wrong_argument("--host", "server-host-elsewhere", host=address.host)
    return wrong_argument("--port", "session-port-taken", port=port)


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _in_link(host: str) -> str:
    return f"[{host}]" if ":" in host else host
