"""Connections that go nowhere but to the open internet."""

from __future__ import annotations

import socket

import pytest

from press.gather.guard import is_public
from tests.press.gather.refusals import refused, resolving_to


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1", "fec0::1", "", "name",
    ],
)  # fmt: skip
def test_what_is_not_of_the_open_internet(address) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_what_is_of_the_open_internet(address) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://0x7f.1/",
        "http://127.1/", "http://0/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1:8080/", "https://192.168.0.1/", "http://localhost./",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_writing(url) -> None:
    problem = refused(url, allow_loopback=False)
    assert problem in ("leads into a private network, which is not read", "has a host that is not known")
    if "0x" not in url and not url.endswith("./"):
        assert "private" in problem


def test_a_name_that_changes_its_address_gains_nothing(server, monkeypatch) -> None:
    # The first answer is public, every later one is this machine: the connection must go to the first.
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("93.184.216.34", "127.0.0.1", "127.0.0.1"))
    went: list[str] = []

    def connect(self: socket.socket, place: tuple[str, int]) -> None:
        went.append(place[0])
        raise OSError("unreachable")

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert refused("http://rebind.example/", allow_loopback=False) == "cannot be reached"
    assert went == ["93.184.216.34"]


def test_one_private_address_among_public_ones_is_enough(monkeypatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("93.184.216.34 127.0.0.1"))
    assert "private network" in refused("http://mixed.example/", allow_loopback=False)
