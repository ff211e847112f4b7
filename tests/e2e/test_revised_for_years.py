"""Ten revisions written one after the other, each beside a register and an edition: a weak point is closed by one,
brought back by another, opened again by the re-run, closed again; every version that was is played for ever."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drillsim.files import Edit, Remove, Set, customer_root, kept_versions, load_customer, read_revisions
from drillsim.revision import FileEdit, Recommendation
from drillsim.schema import Entry
from drillsim.use.apply_revision import apply_changes
from drillsim.use.load import load
from drillsim.use.revision_row import Evidence
from helpers.changes import change
from helpers.command import files_below
from helpers.in_process import drillsim_here

SCENARIO, BUSY = "scenario-both-lost", ("P02", "S22")
"""The electrician called to two things at once, where he does not go only after his report (S21)."""
EDITION = (
    '# 保电\nformat: 1\ntitle: 保电\nof: "{version}"\nfrom: 2027-01-01\nuntil: 2027-12-31\n'
    "plan:\n  - {{at: S22.within, set: 9 min}}\n"
)


@pytest.fixture
def customer(tmp_path: Path) -> Path:
    """The teaching customer in a folder with a blank, with the weak point, a register that knows it, and an edition."""
    plan = tmp_path / "一户 一预案" / "my-customer"
    assert drillsim_here("init", plan, "--lang", "en").code == 0
    path = plan / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    head, mark, rest = text.partition("        place: genset-room\n")
    path.write_text(head + mark + rest.removeprefix("        after: [S21]\n"), encoding="utf-8")
    (plan / "editions").mkdir()
    version = load_customer(plan).dossier.plan.version
    (plan / "editions" / "保电.yaml").write_text(EDITION.format(version=version), encoding="utf-8")
    done = drillsim_here("run", plan, SCENARIO, "--no-proofs", "--register", "--as-of", "2026-01-10",
                         "--out", tmp_path / "out")  # fmt: skip
    assert done.code == 0, done.errors
    assert entry(plan)[1].status == "open"
    return plan


def entry(plan: Path) -> tuple[str, Entry]:
    register = load_customer(plan).dossier.register
    assert register is not None
    return next((number, each) for number, each in register.entries.items() if each.key == BUSY)


def revise(plan: Path, edit: Edit, month: int, *, answers: bool) -> None:
    """One more version, on the first of a month."""
    made = change(f"P02-S22-{month}", FileEdit("plan.yaml", edit))
    made = replace(made, answers=(BUSY,) if answers else (("P05", "S21"),))
    applied(plan, made, month)


def applied(plan: Path, made: Recommendation, month: int) -> None:
    evidence = Evidence(f"{SCENARIO}-s1", SCENARIO, 1, dict(load_customer(plan).digests))
    found = apply_changes(load(plan)[0], [made], as_of=dt.date(2026, month, 1), evidence=evidence)
    assert found.editions.names == ["保电"]


def again(plan: Path, month: int) -> list[tuple[str, str]]:
    """What re-running the closed entries says."""
    done = drillsim_here("check", plan, "--regression", "--json", "--workers", "1", "--as-of", f"2026-{month:02}-20")
    assert done.code == 0, done.errors
    rows: list[dict[str, Any]] = done.json["regression"]["played"]
    return [(row["outcome"], row["after"]) for row in rows]


def test_ten_revisions_written_in_a_row(customer: Path, tmp_path: Path) -> None:
    steps = load_customer(customer).dossier.plan.cards
    card, place = next((c, s) for c, each in enumerate(steps) for s, step in enumerate(each.steps) if step.id == "S22")
    after, words = ("cards", card, "steps", place, "after"), ("cards", card, "steps", place, "text")
    number, _ = entry(customer)
    seen: list[list[tuple[str, str]]] = []
    first = drillsim_here("run", customer, SCENARIO, "--no-proofs", "--out", tmp_path / "first")
    assert first.code == 0
    for month in range(1, 11):
        solves = month in {2, 5, 9}
        breaks = month in {4, 7}
        edit = Set(after, ["S21"]) if solves else Remove(after) if breaks else Set(words, f"第{month}次措辞")
        revise(customer, edit, month + 1, answers=solves)
        if solves:
            assert entry(customer)[1].status == "done"
            assert f"P02-S22-{month + 1}" in entry(customer)[1].reason
        seen.append(again(customer, month + 1))
    holds, back = [("holds", "verified")], [("back", "open")]
    assert seen == [[], holds, holds, back, holds, holds, back, [], holds, holds]
    assert len(entry(customer)[1].recurs) == 2
    record = read_revisions(customer)[0].changes
    assert [why.entry for row in record for why in row.reason if (why.code, why.subject) == BUSY] == [number] * 3
    for version in kept_versions(customer):  # every old version is played, alone and with its edition
        kept = customer / "history" / version
        assert load(kept, (), "保电")[0].dossier.plan.version == version
        assert customer_root(kept) == customer.resolve()
    assert len(kept_versions(customer)) == 10
    oldest = customer / "history" / kept_versions(customer)[0]
    done = drillsim_here("run", oldest, SCENARIO, "--no-proofs", "--out", tmp_path / "again")
    assert done.code == 0, done.errors
    was = next(data for name, data in files_below(tmp_path / "first").items() if name.endswith("journal.jsonl"))
    now = next(data for name, data in files_below(tmp_path / "again").items() if name.endswith("journal.jsonl"))
    assert was == now
