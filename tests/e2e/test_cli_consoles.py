"""Consoles that know neither Chinese nor UTF-8: what they cannot show becomes ASCII, never an error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.command import Done, drillsim
from helpers.recorded import Recorded
from helpers.thinned import thinned

ENCODINGS = ("gbk", "cp1252", "ascii")


def _run_folder(recorded: Recorded, to: Path) -> Path:
    shutil.copytree(recorded.folder, to / "run")
    return to / "run"


def _on(encoding: str, *args: str | Path, **env: str) -> Done:
    return drillsim(*args, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", **env})


@pytest.mark.parametrize("encoding", thinned(ENCODINGS, 3))
def test_every_console_shows_every_command(encoding: str, recorded: Recorded, tmp_path: Path) -> None:
    folder = _run_folder(recorded, tmp_path)
    help_of = (("--help",), ("run", "--help"))
    for args in (*help_of, ("explain", "G01"), ("check", recorded.plan, "--files-only"), ("report", folder)):
        done = _on(encoding, *args, "--lang", "zh")
        assert (done.code, done.err) == (0, b""), done.err
        assert done.out.decode(encoding).strip()
    assert _on(encoding, "explain", "nonsense", "--lang", "zh").code == 2


def test_a_chinese_console_shows_chinese(recorded: Recorded, tmp_path: Path) -> None:
    done = _on("gbk", "report", _run_folder(recorded, tmp_path), "--lang", "zh")
    shown = done.out.decode("gbk")
    assert "本次推演没有检验" in shown
    assert "x 超限" in shown


def test_a_console_without_chinese_speaks_english_unless_told_otherwise(recorded: Recorded, tmp_path: Path) -> None:
    folder = _run_folder(recorded, tmp_path)
    assert "Not tested by this run" in _on("cp1252", "report", folder, LANG="zh_CN.UTF-8").out.decode("cp1252")
    assert "?" in _on("cp1252", "report", folder, "--lang", "zh").out.decode("cp1252")
    assert "本次推演没有检验" in _on("utf-8", "report", folder, LANG="zh_CN.UTF-8").text


@pytest.mark.parametrize("encoding", thinned(ENCODINGS, 3))
def test_json_is_utf_8_on_every_console(encoding: str, recorded: Recorded, tmp_path: Path) -> None:
    folder = _run_folder(recorded, tmp_path)
    plain = drillsim("report", folder, "--json", "--lang", "zh")
    assert _on(encoding, "report", folder, "--json", "--lang", "zh").out == plain.out
    assert any("一" <= character <= "龥" for character in plain.text)
