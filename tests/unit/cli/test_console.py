"""What a console cannot show becomes ASCII."""

from __future__ import annotations

import io

import pytest

from drillsim.cli import console
from drillsim.cli.console import ERRORS, line_progress, prepare, shows

prepare()


@pytest.mark.parametrize(
    ("words", "encoding", "shown"),
    [
        ("✔ met — 3 × 5 ≥ 2", "ascii", "+ met - 3 x 5 >= 2"),
        ("✘ 超限（一）", "gbk", "x 超限（一）"),
        ("“icu”：dark", "ascii", '"icu":dark'),
        ("Zürich é", "ascii", "Zurich e"),
        ("医院", "cp1252", "??"),
        ("Ω", "ascii", "?"),
        ("Zürich", "cp1252", "Zürich"),
        ("①", "ascii", "1"),
    ],
)
def test_what_cannot_be_shown_has_an_equivalent(words: str, encoding: str, shown: str) -> None:
    assert words.encode(encoding, ERRORS).decode(encoding) == shown


def test_every_equivalent_is_plain_ascii() -> None:
    assert all(each.isascii() and each for each in console._ASCII.values())


@pytest.mark.parametrize(("encoding", "can"), [("utf-8", True), ("gbk", True), ("cp1252", False), ("ascii", False)])
def test_a_console_says_whether_it_shows_chinese(encoding: str, can: bool) -> None:
    assert shows("未检验", io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is can


def test_progress_into_a_file_says_rate_and_time_left_and_does_not_count_what_was_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seconds = iter([0.0, 0.0, 30.0, 60.0, 90.0, 120.0, 130.0, 190.0])
    show = line_progress("en", "works", clock_s=lambda: next(seconds))
    for what, done in (("0000", 500), ("0000", 501), ("0000", 560), ("0000", 561), ("0000", 620), ("0001", 1)):
        show(what, done, 1000)
    show("0001", 121, 1000)
    assert capsys.readouterr().err.splitlines() == [
        "works 0000: 560 of 1000 units, 1.0 units/s, 7 min 20 s left",
        "works 0000: 620 of 1000 units, 1.0 units/s, 6 min 20 s left",
        "works 0001: 121 of 1000 units, 2.0 units/s, 7 min 20 s left",
    ]
