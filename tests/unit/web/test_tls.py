"""A certificate of the user's own: what is wrong with it is said before anybody opens a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.errors import InvalidInput
from drillsim.texts import LANGS, problem_line
from drillsim.web.tls import context_of, stands_for
from helpers.certificates import OPENSSL, Made, made

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="makes certificates with openssl")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("good"), "good")


def refused(certificate: Path, key: Path) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as error:
        context_of(certificate, key)
    (problem,) = error.value.problems
    for lang in LANGS:
        assert problem.file in problem_line(lang, problem)
    return Path(problem.file).name, problem.code


def test_a_good_one_serves_and_tells_for_whom_it_stands(good: Made) -> None:
    context = context_of(good.certificate, good.key)
    assert stands_for(context, good.certificate, "127.0.0.1")
    assert not stands_for(context, good.certificate, "192.0.2.7")
    assert not stands_for(context, good.certificate, "drill.example")


def test_one_that_is_missing_none_expired_early_locked_or_of_another_key_is_named(good: Made, tmp_path: Path) -> None:
    other, old = made(tmp_path, "other"), made(tmp_path, "old", start="20200101000000Z", end="20210101000000Z")
    early = made(tmp_path, "early", start="20980101000000Z")
    locked = made(tmp_path, "locked", password="geheim")
    none = tmp_path / "none.txt"
    none.write_text("not a certificate\n", "utf-8")
    assert refused(tmp_path / "nowhere.pem", good.key) == ("nowhere.pem", "server-certificate-missing")
    assert refused(good.certificate, tmp_path / "nowhere.key") == ("nowhere.key", "server-key-missing")
    assert refused(tmp_path, good.key)[1] == "server-certificate-missing"
    assert refused(none, good.key) == ("none.txt", "server-certificate-none")
    assert refused(good.key, good.key)[1] == "server-certificate-none"
    assert refused(good.certificate, none) == ("none.txt", "server-key-none")
    assert refused(good.certificate, other.key) == ("other.key", "server-key-other")
    assert refused(old.certificate, old.key) == ("old.pem", "server-certificate-expired")
    assert refused(early.certificate, early.key) == ("early.pem", "server-certificate-early")
    assert refused(locked.certificate, locked.key) == ("locked.key", "server-key-locked")


def test_a_damaged_one_is_no_fault_of_ours(good: Made, tmp_path: Path) -> None:
    data = good.certificate.read_bytes()
    for number, cut in enumerate((data[: len(data) // 2], data.replace(b"A", b"B"), data[:28] + b"\x00" * 200)):
        damaged = tmp_path / f"{number}.pem"
        damaged.write_bytes(cut)
        assert refused(damaged, good.key)[1] in ("server-tls-unusable", "server-certificate-none", "server-key-other")
