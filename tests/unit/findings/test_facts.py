"""The facts of every code have one type, every finding has its code's, and nobody else writes one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

import drillsim
from drillsim.findings.assess import RULES
from drillsim.findings.codes import CODES
from drillsim.findings.facts import D02, D03, FACTS, plain
from drillsim.findings.finding import Finding, Subject
from helpers.played import play
from unit.findings.weak_point_cases import CASES

SOURCE = Path(drillsim.__file__).parent
WRITERS = (SOURCE / "findings" / "rules" / "make.py",)
"""Where a finding is written."""


def test_every_code_has_a_type_of_facts_named_as_it_is() -> None:
    assert set(FACTS) == set(CODES) == set(RULES)
    assert all(name == kind.__name__ for name, kind in FACTS.items())


def test_facts_of_another_code_are_refused() -> None:
    with pytest.raises(TypeError, match="D02 has no facts of the type D03"):
        Finding("D02", "B", Subject("function", "surgery"), D03(other=("air",), at_ms=0))


def test_plain_facts_stand_in_the_order_of_the_type_under_the_names_of_the_catalogue() -> None:
    assert list(plain(D02(other=("air",), at_ms=5)).items()) == [("other", ("air",)), ("at_ms", 5)]
    named = {name for kind in FACTS.values() for name in (each.name for each in fields(kind)) if name.endswith("_")}
    assert named == {"from_"}


def test_times_are_whole_numbers_and_whole_numbers_of_other_things_are_not_called_times() -> None:
    for kind in FACTS.values():
        for name, hint in get_type_hints(kind).items():
            if name.endswith("_ms"):
                assert hint is int or get_args(hint) == (0,), (kind.__name__, name)


@pytest.mark.parametrize("code", CASES)
def test_a_word_among_the_facts_is_one_of_its_list(code: str) -> None:
    for script in (CASES[code].fires, CASES[code].silent):
        for found in play(script).findings:
            assert list(strange_words(found)) == []


def strange_words(found: Finding) -> Iterator[tuple[str, str, object]]:
    """Code, field and value of every fact that is not among the words of its type."""
    for name, hint in get_type_hints(type(found.facts)).items():
        value, kinds = getattr(found.facts, name), (hint, *get_args(hint))
        words = [word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind)]
        if words and value not in words and value is not None:
            yield found.code, name, value


def test_no_finding_is_written_outside_the_rules() -> None:
    calls = [path for path in SOURCE.rglob("*.py") if "simulation" not in path.parts and _writes_a_finding(path)]
    assert calls == list(WRITERS)


def _writes_a_finding(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(getattr(name, "id", getattr(name, "attr", "")) == "Finding" for name in names)


def test_only_severity_and_what_is_endangered_are_ever_changed_of_a_finding() -> None:
    """`replace` of a finding stands in one place, where the runs without a wait judge it."""
    tree = ast.parse((SOURCE / "revision" / "judged.py").read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "replace"]
    changed = {keyword.arg for call in calls for keyword in call.keywords}
    assert changed == {"severity", "severity_basis", "severity_journal", "endangers"}


def test_no_facts_are_an_untyped_mapping() -> None:
    text = (SOURCE / "findings" / "finding.py").read_text(encoding="utf-8")
    assert "Any" not in text
    assert get_type_hints(Finding)["facts"].__name__ == "Facts"
