"""Where the pages are served: this machine alone unless told otherwise, under names that are its own."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from drillsim.errors import InvalidInput
from drillsim.web.address import Address, listening
from drillsim.web.joining import MOST_JOINS, MOST_WRONG, WITHIN_MS, Tries


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        found.listen()
        yield found.getsockname()[1]


def test_loopback_is_what_nobody_asked_for_otherwise() -> None:
    with listening(Address(), 0) as found:
        port = found.getsockname()[1]
        assert found.getsockname()[0] == "127.0.0.1"
        assert Address().names(found) == {f"127.0.0.1:{port}", f"localhost:{port}"}
    assert Address().is_loopback and Address("::1").is_loopback and not Address("192.0.2.7").is_loopback


def test_a_name_answers_under_itself_and_its_address_and_no_other() -> None:
    address = Address("127.0.0.2")
    with listening(address, 0) as found:
        port = found.getsockname()[1]
        assert address.names(found) == {f"127.0.0.2:{port}", f"127.0.0.1:{port}", f"localhost:{port}"}
    assert Address("fe80::1").base(8000) == "http://[fe80::1]:8000"


@pytest.mark.parametrize(
    ("host", "port", "code"),
    [
        ("0.0.0.0", 0, "server-host-every"),
        ("::", 0, "server-host-every"),
        ("192.0.2.77", 0, "server-host-elsewhere"),
        ("no such host", 0, "server-host-unknown"),
        ("x" * 300, 0, "server-host-unknown"),
        ("127.0.0.1", -1, "session-port-taken"),
    ],
)
def test_what_cannot_be_had_is_said(host: str, port: int, code: str, taken: int) -> None:
    with pytest.raises(InvalidInput) as error:
        listening(Address(host, taken if port < 0 else port), 0)
    assert [each.code for each in error.value.problems] == [code]


def test_the_port_of_before_is_taken_if_it_is_free(taken: int) -> None:
    with listening(Address(), taken) as found:
        assert found.getsockname()[1] != taken


def test_wrong_codes_and_floods_are_held_back_by_address_and_only_for_a_minute() -> None:
    tries = Tries()
    for _ in range(MOST_WRONG):
        assert tries.may_join("a", 0, by_code=True)
        tries.was_wrong("a", 0)
    assert not tries.may_join("a", 1, by_code=True)
    assert tries.may_join("a", 1, by_code=False), "a link is not guessed"
    assert tries.may_join("b", 1, by_code=True), "others are not kept out"
    assert tries.may_join("a", WITHIN_MS, by_code=True)
    flood = Tries()
    assert [flood.may_join("a", 0, by_code=False) for _ in range(200)].count(True) == MOST_JOINS
    for number in range(5_000):
        flood.may_join(f"n{number}", 1, by_code=True)
    assert len(flood._joins) <= 2_001, "a flood of addresses is forgotten, not kept"
