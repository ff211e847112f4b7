"""Writing: all or nothing, and never over what is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.errors import InvalidInput
from drillsim.files.write import begin_folder, finish_folder, new_folder, part_of_folder, write_text


def test_text_is_written_in_utf8_with_the_line_breaks_it_has(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "计划.yaml"
    write_text(path, "甲\r\n乙\n")
    assert path.read_bytes() == "甲\r\n乙\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["计划.yaml"]


def test_a_failed_write_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    write_text(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "run"
    part = begin_folder(target, "run.json")
    write_text(part / "run.json", "{}")
    assert part == part_of_folder(target) and not target.exists()
    assert finish_folder(target, "run.json") == target
    assert [each.name for each in tmp_path.iterdir()] == ["run"]


def test_an_older_folder_of_ours_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "run"
    for content in ("one", "two"):
        write_text(begin_folder(target, "run.json") / "run.json", content)
        finish_folder(target, "run.json")
    assert (target / "run.json").read_text(encoding="utf-8") == "two"
    assert [each.name for each in tmp_path.iterdir()] == ["run"]


@pytest.mark.parametrize("name", ["run", "run.part"])
def test_a_strangers_folder_is_never_touched(name: str, tmp_path: Path) -> None:
    write_text(tmp_path / name / "thesis.txt", "years of work")
    with pytest.raises(InvalidInput) as refused:
        begin_folder(tmp_path / "run", "run.json")
    assert refused.value.problems[0].code == "folder-not-ours"
    assert (tmp_path / name / "thesis.txt").exists()


def test_a_new_folder_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    assert new_folder(tmp_path / "a" / "b").is_dir()
    write_text(tmp_path / "a" / "b" / "x", "y")
    for taken in (tmp_path / "a" / "b", tmp_path / "a" / "b" / "x"):
        with pytest.raises(InvalidInput) as refused:
            new_folder(taken)
        assert refused.value.problems[0].code == "folder-not-empty"
