"""Docstrings speak plain English: a sentence begins with its subject or its verb, and people are `they`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import drillsim

_RIDDLE = re.compile(r"(?:^|[.!?:] )(?:Of|What|Whether)\b")
_ONE_SEX = re.compile(r"\b(?:he|his|him|himself|she|her|hers|herself)\b", re.IGNORECASE)


def _docstrings(source: Path) -> Iterator[tuple[int, str]]:
    """Yield line and words of every docstring, those under attributes too."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, " ".join(node.value.value.split())


@pytest.fixture(scope="module")
def told() -> list[tuple[str, str]]:
    """Place and words of every docstring of the package."""
    package = Path(drillsim.__file__).parent
    found = [
        (f"{path.relative_to(package).as_posix()}:{line}", words)
        for path in sorted(package.rglob("*.py"))
        for line, words in _docstrings(path)
    ]
    assert len(found) > 3_000
    return found


def test_no_sentence_of_a_docstring_is_a_riddle(told: list[tuple[str, str]]) -> None:
    assert [each for each in told if _RIDDLE.search(each[1])] == []


def test_people_are_they(told: list[tuple[str, str]]) -> None:
    assert [each for each in told if _ONE_SEX.search(each[1])] == []


def test_a_riddle_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "one.py"
    source.write_text('"""A load. What it draws."""\nx = 1\n"""Cost of a wait."""\n', encoding="utf-8")
    assert [bool(_RIDDLE.search(words)) for _, words in _docstrings(source)] == [True, False]
