"""The papers of a drill: who was there, what was played, what was graded; a drill broken off has no grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from drillsim.documents.blocks import Document, Heading, Table
from drillsim.documents.drill_forms import DRILL_KINDS, USUAL, DrillKind, drill_forms
from drillsim.documents.render import render
from drillsim.session import Record
from drillsim.texts import LANGS, Lang, text
from drillsim.use.drill_folder import read_drill
from drillsim.use.forms import drill_papers, write_documents
from drillsim.use.hot_wash import Aftermath, aftermath_of
from helpers.ended_drill import AT, EVALUATOR, LEADER, ended, led

REASON = "到位慢但措施得当"
PHOTO = "IMG_0012.jpg"


@dataclass(frozen=True)
class Drill:
    record: Record
    aftermath: Aftermath

    def papers(self, lang: Lang, kinds: tuple[DrillKind, ...] = DRILL_KINDS) -> list[Document]:
        entries = self.record.session.log.entries
        judged = self.aftermath.judged(entries).view.journal
        return drill_forms(self.aftermath.document(entries), self.aftermath.case, judged, (), lang, kinds)

    def paper(self, kind: DrillKind, lang: Lang = "zh") -> Document:
        return self.papers(lang, (kind,))[0]


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    record = led(tmp_path_factory.mktemp("whole"), until_min=18)
    session = record.session
    session.attend("张伟", "市中心医院", "值班电工", LEADER, AT)
    session.attend("李娜", "市供电公司", "配网调度员", LEADER, AT)
    session.join(EVALUATOR, AT)
    session.settle("stop_word_told", LEADER, AT)
    session.note("监护人未到", LEADER, AT)
    session.photo(PHOTO, "柜前", LEADER, AT)
    session.stop("completed", LEADER, AT)
    found = Drill(record, aftermath_of(session))
    step = found.aftermath.document(session.log.entries).grades[0]
    session.rate(step.id, "M", REASON, EVALUATOR, AT)
    session.sign("赵敏", EVALUATOR, AT)
    yield found
    record.close()


@pytest.fixture(scope="module")
def broken_off(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    record = ended(tmp_path_factory.mktemp("off"), "real_emergency", until_min=12)
    yield Drill(record, aftermath_of(record.session))
    record.close()


def tables(document: Document) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table)]


def words(document: Document) -> str:
    return render(document, "md").decode()


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_is_as_long_as_its_head_and_no_head_is_empty(drill: Drill, lang: Lang) -> None:
    found = [table for document in drill.papers(lang) for table in tables(document)]
    assert len(found) > 20
    for table in found:
        assert all(column.title for column in table.columns)
        assert {len(cells) for cells in table.rows} <= {len(table.columns)}


def test_everybody_who_signed_in_stands_on_the_sheet_and_the_others_are_told_apart(drill: Drill) -> None:
    (table,) = tables(drill.paper("sign-in"))
    signed = [[cell.text for cell in cells[1:4]] for cells in table.rows if cells[1].text]
    assert signed == [["张伟", "市中心医院", "值班电工"], ["李娜", "市供电公司", "配网调度员"]]
    assert "评估组（评估人员）" in words(drill.paper("sign-in"))


def test_a_rating_stands_beside_the_one_the_rules_propose_with_its_reason(drill: Drill) -> None:
    items, signatures = tables(drill.paper("evaluation"))
    first = [cell.text for cell in items.rows[0]]
    assert first[7:10] == [text("zh", "hotwash-grade-M"), text("zh", "hotwash-meets-M"), REASON]
    assert first[6] != text("zh", "hotwash-grade-M")
    assert all("T+" in cells[5].text for cells in items.rows if cells[4].text != "—" and "S" in cells[2].text)
    assert [cells[1].text for cells in signatures.rows] == ["赵敏"]


def test_every_inject_of_the_list_stands_on_the_msel_and_what_did_not_come_stands_last(drill: Drill) -> None:
    (table,) = tables(drill.paper("msel"))
    msel = drill.aftermath.msel
    assert msel is not None
    named = [cells[1].text.partition("\n")[0] for cells in table.rows]
    assert set(msel.injects) <= set(named)
    came = [bool(cells[3].text) for cells in table.rows]
    assert came == sorted(came, reverse=True)
    assert True in came
    assert False in came


def test_the_record_tells_every_decision_note_and_photo(drill: Drill) -> None:
    document = drill.aftermath.document(drill.record.session.log.entries)
    decided = [
        each for each in drill.aftermath.journal.of("decision") if each.data.get("wall_time") and each.data["by"]
    ]
    assert sum(each.kind == "decision" for each in document.course) == len(decided) > 5
    assert [each.at_ms for each in document.course] == sorted(each.at_ms for each in document.course)
    said = words(drill.paper("session-record"))
    assert "监护人未到" in said
    assert PHOTO in said


def test_both_orders_of_the_report_hold_the_same_facts(drill: Drill) -> None:
    aqt, hseep = drill.paper("after-action-aqt"), drill.paper("after-action-hseep")
    heads = [[b.text for b in each.blocks if isinstance(b, Heading) and b.level == 1] for each in (aqt, hseep)]
    assert heads[0] != heads[1]
    rows = [{tuple(cell.text for cell in cells) for t in tables(each) for cells in t.rows} for each in (aqt, hseep)]
    assert rows[0] == rows[1]
    assert words(drill.paper("after-action", "zh")) == words(aqt)
    assert words(drill.paper("after-action", "en")) == words(drill.paper("after-action-hseep", "en"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_drill_broken_off_says_so_on_every_paper_and_bears_no_grade(broken_off: Drill, lang: Lang) -> None:
    grades = [text(lang, f"hotwash-grade-{each}") for each in "PSMU"]
    meets = {text(lang, f"hotwash-meets-{each}") for each in "PSMU"}
    for paper in broken_off.papers(lang):
        said = words(paper)
        assert text(lang, "hotwash-warning-real-emergency") in said, paper.kind
        assert not any(each in said for each in grades), paper.kind
        cells = {cell.text for table in tables(paper) for row in table.rows for cell in row}
        assert not cells & meets, paper.kind


def test_the_papers_of_a_folder_are_written_beside_its_record(drill: Drill) -> None:
    recorded = read_drill(drill.record.part)
    paths = write_documents(recorded.path, drill_papers(recorded, USUAL, "zh"), ("docx", "md"))
    assert {each.name for each in paths} == {f"{kind}.zh.{form}" for kind in USUAL for form in ("docx", "md")}
    assert words(drill.paper("msel")).encode() == (recorded.path / "documents" / "msel.zh.md").read_bytes()
