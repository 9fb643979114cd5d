"""Connections that go only where they may: to the open internet, and until a moment that is set before.

The address that a name resolves to is checked where the connection is made, and the connection goes to that very
address: a name that resolves to a public address when it is checked and to a private one when it is used ("DNS
rebinding", OWASP "Server-Side Request Forgery") gains nothing.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
import time
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

#: Seconds for one wait: for a look-up, a connection, the next bytes.
WAIT_SECONDS = 10.0
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    Private, loopback, link-local, multicast, reserved and unspecified addresses are not, nor IPv6 addresses
    that stand for such an IPv4 address (mapped, 6to4, NAT64) or hide one (Teredo).

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("1.1.1.1")
    (False, False, True)
    """
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class Guard:
    """Watches one request: which addresses it may reach, and when it must end."""

    def __init__(self, end: float, allow_loopback: bool) -> None:
        self.end, self.allow_loopback = end, allow_loopback
        self.refused = ""
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(max(0.0, end - time.monotonic()), self._cut)
        self._timer.daemon = True

    def start(self) -> None:
        """Let the time run."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the connections alone from now on."""
        self._timer.cancel()
        for copy in self._sockets:
            copy.close()

    def is_over(self) -> bool:
        """Whether the time has passed."""
        return time.monotonic() >= self.end

    def _cut(self) -> None:
        # A server that sends a byte now and then passes every timeout of a single read.
        for copy in list(self._sockets):
            with contextlib.suppress(OSError):
                copy.shutdown(socket.SHUT_RDWR)

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection to the first address of a host that may be reached.

        Raises
        ------
        OSError
            Where there is none; ``refused`` then says why.
        """
        addresses = self._resolve(host, port)
        allowed = [a for a in addresses if self._may_reach(str(a[4][0]))]
        if len(allowed) < len(addresses):
            # One private address among public ones is no accident either.
            self.refused = "leads into a private network, which is not read"
            raise OSError(self.refused)
        last: OSError = OSError("has no address")
        for family, kind, protocol, _, place in allowed:
            made = socket.socket(family, kind, protocol)
            try:
                made.settimeout(max(0.1, min(WAIT_SECONDS, self.end - time.monotonic())))
                made.connect(place)
            except OSError as error:
                made.close()
                last = error
                continue
            # The copy outlives the wrapping in TLS, so that the timer reaches the connection in any state.
            self._sockets.append(made.dup())
            made.settimeout(WAIT_SECONDS)
            return made
        raise last

    def _may_reach(self, address: str) -> bool:
        if self.allow_loopback and ipaddress.ip_address(address.split("%")[0]).is_loopback:
            return True
        return is_public(address)

    def _resolve(self, host: str, port: int) -> list[Any]:
        """Addresses of a host. The system's resolver knows no time limit: it is asked in a thread."""
        answer: list[Any] = []

        def ask() -> None:
            with contextlib.suppress(OSError, UnicodeError):
                answer.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(max(0.1, min(WAIT_SECONDS, self.end - time.monotonic())))
        if not answer:
            self.refused = "has a host that is not known"
            raise OSError(self.refused)
        return list(answer)


class _Pinned:
    """A connection that goes where the guard lets it."""

    guard: Guard
    port: int
    _dns_host: str

    def _new_conn(self) -> socket.socket:
        try:
            return self.guard.connect(self._dns_host, self.port)
        except TimeoutError as error:
            raise urllib3.exceptions.ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise urllib3.exceptions.NewConnectionError(self, str(error)) from error  # type: ignore[arg-type]


class Manager(urllib3.PoolManager):
    """Connections for one request, all under one guard."""

    def __init__(self, guard: Guard) -> None:
        super().__init__(num_pools=1, maxsize=1)
        http = type("_Http", (_Pinned, HTTPConnection), {"guard": guard})
        https = type("_Https", (_Pinned, HTTPSConnection), {"guard": guard})
        self.pool_classes_by_scheme = {
            "http": type("_HttpPool", (HTTPConnectionPool,), {"ConnectionCls": http}),
            "https": type("_HttpsPool", (HTTPSConnectionPool,), {"ConnectionCls": https}),
        }
