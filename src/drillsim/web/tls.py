"""TLS by a certificate of the user's own, tried before anybody opens a page."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts

_EXPIRED, _NOT_YET, _OTHER_NAMES = 10, 9, (62, 64)
"""Codes of OpenSSL: what is wrong with a certificate."""


class _Asked(Exception):
    """The key asks for a password."""


def context_of(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return the means to serve over TLS. Raises: InvalidInput for a file that is missing, is none, needs a password,
    or does not belong to the other, and for a certificate that is not good today."""
    for path, what in ((certificate, "certificate"), (key, "key")):
        _look_at(path, what)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

    def password() -> str:
        raise _Asked

    try:
        context.load_cert_chain(certificate, key, password)
    except _Asked:
        raise _wrong(key, "server-key-locked") from None
    except ssl.SSLError as error:
        is_other = error.reason == "KEY_VALUES_MISMATCH"
        raise _wrong(key, "server-key-other" if is_other else "server-tls-unusable") from None
    code = _faults(context, certificate, None)
    if code == _EXPIRED:
        raise _wrong(certificate, "server-certificate-expired")
    if code == _NOT_YET:
        raise _wrong(certificate, "server-certificate-early")
    return context


def stands_for(context: ssl.SSLContext, certificate: Path, host: str) -> bool:
    """Return whether the certificate names the host; a browser warns of one that does not."""
    return _faults(context, certificate, host) not in _OTHER_NAMES


def _look_at(path: Path, what: str) -> None:
    try:
        data = path.read_bytes()
    except OSError:
        raise _wrong(path, f"server-{what}-missing") from None
    begins = b"-----BEGIN CERTIFICATE-----" if what == "certificate" else b"PRIVATE KEY-----"
    if begins not in data:
        raise _wrong(path, f"server-{what}-none")


def _faults(context: ssl.SSLContext, certificate: Path, host: str | None) -> int:
    """Return what a browser that trusts the certificate itself finds wrong with it, as OpenSSL's code; 0 for nothing.
    Both ends shake hands here, without a network."""
    asking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    asking.check_hostname = host is not None
    asking.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        asking.load_verify_locations(certificate)
        _shake_hands(context, asking, host)
    except ssl.SSLCertVerificationError as error:
        return int(error.verify_code)
    except ssl.SSLError:
        raise _wrong(certificate, "server-tls-unusable") from None
    return 0


def _shake_hands(serving: ssl.SSLContext, asking: ssl.SSLContext, host: str | None) -> None:
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = asking.wrap_bio(back, there, server_hostname=host)
    server = serving.wrap_bio(there, back, server_side=True)
    waiting = [client, server]
    while waiting:
        waiting = list(_unready(waiting))


def _unready(ends: list[ssl.SSLObject]) -> Iterator[ssl.SSLObject]:
    for end in ends:
        try:
            end.do_handshake()
        except ssl.SSLWantReadError:
            yield end


def _wrong(path: Path, code: str) -> InvalidInput:
    return InvalidInput([Problem(file=path.as_posix(), code=code, facts=facts())])
