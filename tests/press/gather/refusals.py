"""Addresses that are refused, and names that lead to addresses."""

from __future__ import annotations

import socket

import pytest

from press.gather.fetch import fetch
from press.readers import Refusal


def refused(url: str, **more) -> str:
    more.setdefault("allow_loopback", True)
    with pytest.raises(Refusal) as caught:
        fetch(url, **more)
    assert str(caught.value).startswith(url.strip())
    return caught.value.problem


def resolving_to(*addresses: str):
    """A resolver that gives one answer after the other."""
    answers = iter(addresses)

    def getaddrinfo(host, port, *_, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in next(answers).split()]

    return getaddrinfo
