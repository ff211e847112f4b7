"""Files that are in order, damaged in one spot: each is refused with file and line, or says something else.

A mutant that is taken for the same value would mean that something in the file is not read. What may differ without
changing the value is listed in `_same_meaning`, and nothing more. `DRILLSIM_MUTANTS` sets how many are tried.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from broken.mutate import Mutant, damaged_bytes, damaged_node
from broken.spoil import GOOD
from drillsim import units
from drillsim.errors import Problem
from drillsim.files import assemble, load_customer
from drillsim.files.document import Tree
from drillsim.files.network_file import judged
from drillsim.files.part import Part, part_of
from drillsim.files.scenario_file import MSEL_SUFFIX
from drillsim.files.shipped import shipped_root
from drillsim.files.source import decode
from drillsim.files.yaml_tree import read_tree
from drillsim.schema.customer import Customer
from drillsim.schema.kinds import kinds
from drillsim.schema.network import Network
from drillsim.schema.plan import Plan
from drillsim.schema.scenario import Scenario
from drillsim.schema.site import Site
from drillsim.texts import LANGS, problem_line
from helpers.thinned import thinned

MUTANTS = int(os.environ.get("DRILLSIM_MUTANTS", "1000"))
SEED = int(os.environ.get("DRILLSIM_MUTANTS_SEED", "1"))
MODELS: dict[str, type[BaseModel]] = {"customer": Customer, "network": Network, "site": Site, "plan": Plan}
WHOLE_FILE = frozenset({"empty-file"})
"""Problems without a line, because the file has none."""


@dataclass(frozen=True)
class Subject:
    """One file in order. `parts` are the customer's files; a scenario has none."""

    folder: Path
    stem: str
    part: Part[Any]
    parts: dict[str, Part[Any]]
    ids: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How often it is taken: large files more often, though not by as much."""
        return float(len(self.part.file.data) ** 0.5) if self.part.file else 0.0

    @property
    def model(self) -> type[BaseModel]:
        return MODELS.get(self.stem, Scenario)


@cache
def subjects() -> tuple[Subject, ...]:
    """Every YAML file of the good folder, of the shipped customers and of the scenario library."""
    return (*_customer(GOOD), *(each for folder in _folders() for each in _customer(folder)), *_scenarios())


def _folders() -> list[Path]:
    return sorted(path.parent for path in shipped_root().glob("plans/*/plan.yaml"))


def _customer(folder: Path) -> Iterator[Subject]:
    loaded = load_customer(folder)
    values = dict(
        zip(
            MODELS,
            (loaded.dossier.customer, loaded.dossier.network, loaded.dossier.site, loaded.dossier.plan),
            strict=True,
        )
    )
    parts = {stem: Part(loaded.file(stem), value, ()) for stem, value in values.items()}
    for stem, part in parts.items():
        if part.file and part.file.name.endswith(".yaml"):
            yield Subject(folder, stem, part, parts, tuple(kinds(loaded.dossier)))


def _scenarios() -> Iterator[Subject]:
    found = sorted(shipped_root().glob("scenarios/**/*.yaml"))
    for path in (each for each in found if not each.name.endswith(MSEL_SUFFIX)):
        part = part_of(Scenario, path.read_bytes(), path.name, path.as_posix())
        assert part.value is not None, part.problems
        yield Subject(path.parent, path.stem, part, {}, ("main_source", "genset", "ats"))


@pytest.mark.parametrize("chunk", thinned(range(10), 4))
def test_a_damaged_file_is_refused_with_file_and_line_or_says_something_else(chunk: int) -> None:
    for number in range(chunk * MUTANTS // 10, (chunk + 1) * MUTANTS // 10):
        luck = random.Random(f"{SEED}/{number}")
        subject = luck.choices(subjects(), weights=[subject.weight for subject in subjects()])[0]
        _judge(subject, _damaged(subject, number, luck), f"mutant {SEED}/{number}")


def _damaged(subject: Subject, number: int, luck: random.Random) -> Mutant:
    file = subject.part.file
    assert file is not None and file.document is not None
    return damaged_bytes(file.data, luck) if number % 2 else damaged_node(file.document, subject.ids, luck)


def _judge(subject: Subject, mutant: Mutant, number: str) -> None:
    file = subject.part.file
    assert file is not None and file.document is not None
    where = f"{number}: {file.label}: {mutant.what}"
    part, problems = _read(subject, mutant.data)
    if problems:
        _assert_well_said(problems, where)
    elif part.value == subject.part.value:
        assert part.file is not None and part.file.document is not None
        before, after = file.document, part.file.document
        if before.tree == after.tree:
            assert _bare(before.text) == _bare(after.text), f"{where}: not read"
        else:
            assert _same_meaning(before.tree, after.tree), f"{where}: makes no difference"


def _read(subject: Subject, data: bytes) -> tuple[Part[Any], tuple[Problem, ...]]:
    file = subject.part.file
    assert file is not None
    part: Part[Any] = part_of(subject.model, data, file.name, file.label)
    if subject.stem == "network":
        part = judged(part)
    if part.problems or not subject.parts:
        return part, part.problems
    parts = {**subject.parts, subject.stem: part}
    return part, assemble(subject.folder, parts["customer"], parts["network"], parts["site"], parts["plan"])[1]


def _assert_well_said(problems: tuple[Problem, ...], where: str) -> None:
    for problem in problems:
        assert problem.file, where
        assert problem.line > 0 or problem.code in WHOLE_FILE or problem.file.endswith((".json", ".xlsx")), (
            f"{where}: {problem}"
        )
    for lang in LANGS:
        assert problem_line(lang, problems[0])


def _bare(text: str) -> list[str]:
    """What YAML makes of the text, without white space, comments and commas behind a last entry."""
    said: list[str] = []
    for token in yaml.scan(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and said[-1] == "FlowEntryToken":
            said.pop()
        said.append(token.value if isinstance(token, yaml.ScalarToken) else type(token).__name__)
    return said


def _same_meaning(one: Tree, other: Tree) -> bool:
    """Whether two trees differ only where one quantity has two spellings (`90 s`, `1.5 min`; `0.8`, `0.80`)."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same_meaning(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same_meaning, one, other))
    if isinstance(one, list) and len(one) == 1:
        return _same_meaning(one[0], other)
    if isinstance(other, list) and len(other) == 1:
        return _same_meaning(one, other[0])
    return isinstance(one, str) and isinstance(other, str) and _quantity(one) == _quantity(other)


def _quantity(text: str) -> object:
    words = text.strip()
    if re.fullmatch(r"[+-]?[\d.]+(e[+-]?\d+)?", words, re.IGNORECASE):
        return float(words)
    for read in (units.parse_duration, units.parse_time_of_day):
        try:
            return read(words)
        except units.UnitError:
            continue
    return re.sub(r"^(\d{4}-\d{2})-01$", r"\1", words.lower() if words.lower() in ("true", "false") else words)


def test_the_mutants_are_damaged_files_of_every_kind() -> None:
    assert {subject.stem for subject in subjects()} >= {"customer", "network", "site", "plan"}


def test_both_of_pyyamls_parsers_refuse_the_same_mutants_and_read_the_others_alike() -> None:
    small = [subject for subject in subjects() if subject.part.file and len(subject.part.file.data) < 8_000]
    for number in range(MUTANTS // 2):
        luck = random.Random(f"{SEED}/parsers/{number}")
        mutant = _damaged(luck.choice(small), number, luck)
        text, _ = decode(mutant.data, "f")
        if text is None:
            continue
        (fast, wrong_fast), (slow, wrong_slow) = (
            read_tree(text, "f", each) for each in (yaml.CSafeLoader, yaml.SafeLoader)
        )
        assert bool(wrong_fast) == bool(wrong_slow), mutant.what
        assert wrong_fast or (fast.tree, fast.places) == (slow.tree, slow.places), mutant.what
