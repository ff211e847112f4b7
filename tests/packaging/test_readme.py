"""The READMEs say what the program does: every command, flag, key, code, rule and exit code, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drillsim.cli.field_table import field_rows
from drillsim.cli.language import VARIABLE
from drillsim.files import kept
from drillsim.texts import Lang, has, text
from helpers.readme_tables import BLOCKS, READMES, renewed


@pytest.mark.parametrize(("name", "lang"), READMES.items())
def test_the_tables_are_those_of_the_program(name: str, lang: Lang, repository: Path) -> None:
    """To renew them: python tests/helpers/readme_tables.py"""
    readme = (repository / name).read_text(encoding="utf-8")
    assert readme == renewed(readme, lang)


@pytest.mark.parametrize("block", BLOCKS)
def test_both_languages_list_the_same_things(block: str) -> None:
    rows = {lang: [line.count("|") for line in BLOCKS[block](lang)] for lang in READMES.values()}
    assert rows["en"] == rows["zh"]
    assert rows["en"]


@pytest.mark.parametrize("name", READMES)
def test_what_a_readme_points_to_exists(name: str, repository: Path) -> None:
    readme = (repository / name).read_text(encoding="utf-8")
    links = [each for each in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in each]
    assert len(links) >= 4
    assert [each for each in links if not (repository / each).is_file()] == []
    assert VARIABLE in readme
    assert kept.VARIABLE in readme


def test_the_two_commands_stand_in_both_readmes(repository: Path) -> None:
    blocks = {
        name: re.findall(r"```console\n(.*?)```", (repository / name).read_text(encoding="utf-8"), re.DOTALL)[:2]
        for name in READMES
    }
    assert blocks["README.md"] == blocks["README.zh-CN.md"]


def test_every_key_of_ours_has_its_words_in_both_languages() -> None:
    ours = [row for row in field_rows() if row.description]
    assert len(ours) > 300
    assert [row.text_id for row in ours if not has(row.text_id)] == []
    differing = [row.text_id for row in ours if text("en", row.text_id) != row.description]
    assert differing == []


def test_every_key_without_words_is_pandapowers() -> None:
    assert {row.file for row in field_rows() if not row.description} == {"network"}
