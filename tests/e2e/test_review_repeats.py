"""The same review wherever and however it is made: worker processes, hash seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import get_all_start_methods

import pytest

from drillsim.journal.record import lines_of
from drillsim.revision.prove import Proof
from drillsim.revision.review import Review, review
from helpers.hospital import hospital, run_of, script
from helpers.thinned import thinned

NAME = "fuel-refill-off"
OTHERS = ("source-lost-day",)

SAY = f"""
from helpers.hospital import hospital, run_of, script
from drillsim.revision.review import review
journal = run_of(hospital(), script({NAME!r}))
others = [script(name) for name in {OTHERS!r}]
found = review(hospital(), script({NAME!r}), journal, others=others, most_tried=3)
print(found.costs, found.costliest, found.recommendations)
for proof in found.proofs:
    print(proof.recommendation, proof.scenario, sorted(proof.inputs), len(proof.journal.events))
    print(proof.journal.events[-1])
"""


def _review(workers: int = 1) -> Review:
    journal = run_of(hospital(), script(NAME))
    others = [script(name) for name in OTHERS]
    return review(hospital(), script(NAME), journal, others=others, workers=workers, most_tried=3)


@pytest.mark.parametrize(("workers", "method"), thinned([(2, "fork"), (2, "spawn"), (3, "fork")], 3))
def test_worker_processes_give_what_this_process_gives(
    workers: int, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if method not in get_all_start_methods():
        pytest.skip(f"no {method} here")
    here = _review()
    monkeypatch.setattr(sys.modules["drillsim.revision.pool"], "START_METHOD", method)
    there = _review(workers)
    assert there.recommendations == here.recommendations
    assert there.costs == here.costs
    assert [_bytes(proof) for proof in there.proofs] == [_bytes(proof) for proof in here.proofs]


def _bytes(proof: Proof) -> list[object]:
    return [proof.recommendation, proof.scenario, dict(proof.inputs), *lines_of(proof.journal)]


def test_the_hash_seed_changes_nothing() -> None:
    said = [_said_under(seed) for seed in ("0", "1")]
    assert said[0] == said[1]
    assert "proposed" in said[0]


def _said_under(hash_seed: str) -> str:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", SAY], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout
