"""The shipped edition damaged in one spot: refused with file and line, or it says something else; never a crash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from broken.mutate import Mutant, damaged_bytes, damaged_node
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, find_editions, load_edition
from drillsim.files.document import Document
from drillsim.revision import with_edition
from drillsim.schema.kinds import kinds
from drillsim.texts import LANGS, problem_line
from drillsim.use.load import load
from helpers.shipped import ROOT

HOSPITAL = ROOT / "plans" / "central-hospital"
MUTANTS = 60
WHOLE_FILE = ("empty-file",)


@pytest.fixture(scope="module")
def hospital() -> CustomerFolder:
    return load(HOSPITAL)[0]


@pytest.mark.parametrize("luck", [random.Random(seed) for seed in range(3)], ids=range(3))
def test_a_damaged_edition_is_refused_with_its_file_and_line(
    hospital: CustomerFolder, tmp_path: Path, luck: random.Random
) -> None:
    document = load_edition(find_editions(HOSPITAL)["east-outage"]).file.document
    assert document is not None
    ids = (*kinds(hospital.dossier), *(step.id for _, step in hospital.dossier.plan.steps()))
    path = tmp_path / "damaged.yaml"
    for _ in range(MUTANTS // 3):
        mutant = _mutant(document, ids, luck)
        path.write_bytes(mutant.data)
        try:
            with_edition(hospital, load_edition(path))
        except InvalidInput as error:
            assert error.problems, mutant.what
            for problem in error.problems:
                assert problem.file == path.as_posix(), mutant.what
                assert problem.line or problem.code in WHOLE_FILE, (mutant.what, problem)
                for lang in LANGS:
                    assert problem_line(lang, problem), mutant.what


def _mutant(document: Document, ids: tuple[str, ...], luck: random.Random) -> Mutant:
    if luck.random() < 0.3:
        return damaged_bytes(document.text.encode("utf-8"), luck)
    return damaged_node(document, ids, luck)
