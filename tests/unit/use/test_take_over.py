"""The improvement list goes into the customer's register when somebody asks for it, and only then."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drillsim.documents.drill_report import DrillDocument
from drillsim.errors import InvalidInput
from drillsim.files import load_customer
from drillsim.use.drill_folder import note_taken_over, read_drill, save_drill
from drillsim.use.hot_wash import aftermath_of
from drillsim.use.take_over import take_over
from helpers.ended_drill import AT, LEADER, ended
from helpers.shipped import HOSPITAL, ROOT


@dataclass
class Drill:
    """A drill that has ended, and a copy of its customer."""

    folder: Path
    plan: Path
    document: DrillDocument

    def again(self) -> DrillDocument:
        drill = read_drill(self.folder)
        return drill.aftermath.document(drill.entries)


def row(document: DrillDocument, code: str, **told: Any) -> dict[str, Any]:
    """The row of a weak point as somebody has filled it in."""
    found = next(each for each in document.improvements if each.code == code)
    own = found.model_dump(include={"row", "code", "subject", "clause", "at_ms", "severity", "measure", "side"})
    return {**own, "problem": "", "person": "", "due": "", "status": "open", "reason": "", **told}


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[Drill]:
    plan = tmp_path / "customers" / "plans" / HOSPITAL
    shutil.copytree(ROOT / "plans" / HOSPITAL, plan)
    shutil.copytree(ROOT / "scenarios", tmp_path / "customers" / "scenarios")
    record = ended(tmp_path / "out", until_min=60)
    session = record.session
    after = aftermath_of(session)
    document = after.document(session.log.entries)
    session.keep_row(row(document, "G01", measure="整定并试起动", person="动力科", due="2027-03-01"), LEADER, AT)
    other = next(e for e in document.improvements if e.code and e.code != "G01")
    session.keep_row(row(document, other.code, status="struck", reason="另案处理"), LEADER, AT)
    by_hand = {**row(document, "G01"), "row": "r-99", "code": "", "subject": "", "problem": "对讲机电池"}
    session.keep_row(by_hand, LEADER, AT)
    save_drill(record.part, after, session.log.entries, "zh")
    folder = record.close()
    drill = Drill(folder, plan, after.document(session.log.entries))
    yield drill


def test_decided_rows_with_a_code_become_entries_once(drill: Drill) -> None:
    found = take_over(drill.document, "session-x", drill.plan, "zh")
    assert (found.added, found.known, found.back, found.left) == (["W-0001"], [], [], ["r-99"])
    register = load_customer(drill.plan).dossier.register
    assert register is not None
    (entry,) = register.entries.values()
    assert (entry.code, entry.subject, entry.status, entry.owner) == ("G01", "genset-1", "open", "customer · 动力科")
    assert (entry.due.isoformat() if entry.due else "", entry.opened.isoformat()) == ("2027-03-01", "2027-01-15")
    assert entry.regression is not None and entry.played == ("both-lost-night-autostart-fails", 1)
    before = (drill.plan / "register.yaml").read_bytes()
    again = take_over(drill.document, "session-x", drill.plan, "zh")
    assert (again.added, again.known, again.written) == ([], ["W-0001"], False)
    assert (drill.plan / "register.yaml").read_bytes() == before


def test_the_record_keeps_the_numbers(drill: Drill) -> None:
    found = take_over(drill.document, drill.folder.name, drill.plan, "zh")
    note_taken_over(read_drill(drill.folder), found.numbers)
    numbers = {each.code: each.number for each in drill.again().improvements if each.number}
    assert numbers == {"G01": "W-0001"}


def test_a_closed_entry_is_open_again_and_what_people_wrote_stays(drill: Drill) -> None:
    told = (
        "# 我们的台账\nformat: 1\nW-0007:\n  code: G01\n  subject: genset-1  # 老毛病\n  status: done\n"
        "  owner: 总务处\n  opened: 2026-01-01\n  closed: 2026-02-01\n"
    )
    (drill.plan / "register.yaml").write_text(told, encoding="utf-8")
    found = take_over(drill.document, "session-x", drill.plan, "zh")
    assert (found.added, found.back) == ([], ["W-0007"])
    text = (drill.plan / "register.yaml").read_text(encoding="utf-8")
    assert "# 我们的台账" in text and "# 老毛病" in text
    register = load_customer(drill.plan).dossier.register
    assert register is not None
    entry = register.entries["W-0007"]
    assert (entry.status, entry.owner) == ("open", "总务处")
    assert entry.due is not None and entry.due.isoformat() == "2027-03-01"
    assert entry.recurs[-1].version == load_customer(drill.plan).dossier.plan.version


def test_what_only_people_brought_about_is_never_cleared_by_a_run_of_the_plan(drill: Drill) -> None:
    only = drill.document.model_copy(
        update={
            "improvements": [
                each.model_copy(update={"code": "O02", "subject": "101", "clause": "no such clause"})
                for each in drill.document.improvements
                if each.code == "G01"
            ]
        }
    )
    take_over(only, "session-x", drill.plan, "zh")
    register = load_customer(drill.plan).dossier.register
    assert register is not None
    (entry,) = register.entries.values()
    assert entry.played is None and "session-x" in entry.reason and entry.clause == ""


@pytest.mark.parametrize("change", ["customer", "open"])
def test_another_customer_or_a_drill_that_goes_on_is_refused_and_nothing_is_written(drill: Drill, change: str) -> None:
    told = {"customer": {"customer": "data-centre"}, "open": {"ended": "", "ending": "open"}}[change]
    code = {"customer": "session-other-customer", "open": "session-not-ended"}[change]
    with pytest.raises(InvalidInput, match=code):
        take_over(drill.document.model_copy(update=told), "session-x", drill.plan, "zh")
    assert not (drill.plan / "register.yaml").exists()


def test_what_was_written_is_read_back_the_same(drill: Drill) -> None:
    assert drill.again().model_dump() == drill.document.model_dump()
