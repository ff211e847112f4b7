"""The records of a drill: everything in order (演练记录), and the supply company's own form (反事故演习记录)."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Cell, Document, Facts, Heading, Listing, Paragraph, Table, row
from drillsim.documents.drill_forms.evaluation import signatures
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_report import CourseRow, ImprovementRow
from drillsim.texts import text

PHENOMENA = ("line-faults", "line-loads-lost", "line-limit-passed", "line-limits-passed", "line-limits-passed-at-once")
LEADERS, WATCHERS = ("director", "controller"), ("safety_officer",)


def session_record(paper: DrillPaper) -> Document:
    """The record: what was settled, everything in order of time, what everybody knew, notes, photos, corrections."""
    drill = paper.drill
    blocks: list[Block] = [
        Facts((*paper.about(), (paper.h("fact-participants"), participants(paper)))),
        Heading(paper.t("settled-before")),
        _settled(paper),
        Heading(paper.h("heading-story")),
        Paragraph(paper.t("course-note"), tone="small"),
        _course(paper, drill.course),
        *_titled(paper.h("heading-hazards"), [f"{paper.at(each.t_ms)} {paper.said(each.text)}" for each in
                                              drill.run.hazards], paper.h("no-hazards")),
        *_known(paper),
        *_titled(paper.h("heading-corrections"), [paper.said(each.text) + ("" if each.used else paper.h(
            "correction-unused")) for each in drill.corrections], paper.h("none-corrected")),
        *_notes(paper),
        *_titled(paper.h("heading-untried"), [paper.said(each.text) for each in drill.untried], paper.t("none")),
        *_titled(paper.h("heading-left-out"), [paper.said(each) for each in drill.left_out], ""),
        Heading(paper.t("signatures")),
        _signed(paper),
    ]  # fmt: skip
    return paper.drill_form("session-record", blocks)


def participants(paper: DrillPaper) -> str:
    """Return everybody who signed in or took part on a screen, by name."""
    named = dict.fromkeys([each.name for each in paper.drill.attended])
    named |= dict.fromkeys(each.name for each in paper.drill.participants)
    return paper.listed(named) or paper.t("nobody-named")


def _settled(paper: DrillPaper) -> Table:
    columns = paper.columns(("thing-settled", 4.0), ("settled-at", 1.2))
    return Table(columns, tuple(
        row(paper.said(each.text), Cell(paper.room(each.wall) or paper.t("not-settled"),
                                        tone="plain" if each.wall else "open"))
        for each in paper.drill.settled
    ))  # fmt: skip


def _course(paper: DrillPaper, rows: list[CourseRow]) -> Table:
    columns = paper.columns(("scenario-time", 1.5), ("room-time", 1.3), ("who", 1.8), ("what-happened", 6.4))
    return Table(columns, tuple(
        row(paper.at(each.at_ms), paper.room(each.wall), paper.said(each.who) or paper.t(f"kind-{each.kind}"),
            Cell(paper.said(each.text), tone="strong" if each.kind == "plant" else "plain"))
        for each in rows
    ))  # fmt: skip


def _titled(title: str, items: list[str], none: str) -> Iterator[Block]:
    if items or none:
        yield Heading(title)
        yield Listing(tuple(items)) if items else Paragraph(none)


def _known(paper: DrillPaper) -> Iterator[Block]:
    """Yield where a role believed at the end what was not so."""
    yield Heading(paper.h("heading-known"))
    wrong = [each for each in paper.drill.statements if each.disputed]
    if not wrong:
        yield Paragraph(paper.h("none-known"))
        return
    columns = paper.columns(("subject", 2.0), ("was-so", 1.4), ("believed", 5.0))
    lines = []
    for each in wrong:
        told = [
            paper.h("untold", roles=paper.said(b.roles), state=paper.said(b.state)) if b.untold else paper.h(
                "believed", roles=paper.said(b.roles), state=paper.said(b.state),
                at=paper.at(b.as_of_ms) or paper.h("from-before"))
            for b in each.believed if b.wrong
        ]  # fmt: skip
        lines.append(row(paper.said(each.name), paper.said(each.true), "\n".join(told)))
    yield Table(columns, tuple(lines))


def _notes(paper: DrillPaper) -> Iterator[Block]:
    drill = paper.drill
    photos = [each for each in drill.notes if each.file]
    words = [f"{paper.at(each.at_ms)} {each.text}" for each in drill.notes if not each.file]
    keyed = [
        f"{paper.at(each.at_ms)} {each.text} · {paper.said(each.role) or paper.h('keyed-open')}" for each in drill.keyed
    ]
    yield from _titled(paper.h("heading-record"), [*words, *keyed], paper.h("none-noted"))
    yield from _titled(paper.t("photos"), [f"{paper.at(e.at_ms)} {e.file} {e.text}" for e in photos], paper.t("none"))


def _signed(paper: DrillPaper) -> Table:
    columns = paper.columns(("act", 1.4), ("name", 1.4), ("signature", 2.0), ("date", 1.2))
    acts = ("leader", "scribe", "customer", "utility")
    return Table(columns, tuple(row(paper.t(f"record-{each}"), "", "", "") for each in acts), room=True)


def exercise_record(paper: DrillPaper) -> Document:
    """反事故演习记录, in the columns supply companies use; what the record does not hold stays empty."""
    drill = paper.drill
    leader, watcher = paper.people(*LEADERS), paper.people(*WATCHERS)
    heads = (
        (paper.t("record-unit"), paper.said(drill.customer_name)), (paper.t("place"), ""),
        (paper.t("record-subject"), paper.said(drill.title)),
        (paper.h("fact-opened"), paper.room(drill.opened, day=True)),
        (paper.h("fact-ended"), paper.room(drill.ended, day=True)), (paper.t("record-led-by"), leader),
        (paper.t("record-watched-by"), watcher), (paper.h("fact-participants"), participants(paper)),
    )  # fmt: skip
    grade = [paper.said(drill.whole.why)]
    if paper.is_whole:
        grade.insert(0, f"{paper.h('grade-whole')}{paper.t('colon')}{paper.grade(drill.whole)}")
    blocks: list[Block] = [
        Facts(heads),
        *_titled(paper.t("record-phenomena"), [_moment(paper, each.at_ms, paper.said(each.text)) for each in drill.story
                                             if each.code in PHENOMENA], paper.h("no-story")),
        Heading(paper.t("record-handling")),
        *_handling(paper),
        Heading(paper.t("record-measures")),
        _measures(paper),
        Heading(paper.t("record-conclusion")),
        *(Paragraph(each) for each in grade),
        *(Paragraph(each.reason, paper.t("column-override")) for each in [drill.whole] if each.reason),
        Heading(paper.t("record-review")),
        Table(paper.columns(("review-opinion", 4.0), ("signature", 1.6), ("date", 1.2)), (row("", "", ""),), room=True),
        *signatures(paper),
    ]  # fmt: skip
    return paper.drill_form("exercise-record", blocks)


def _moment(paper: DrillPaper, at_ms: int | None, words: str) -> str:
    return f"{paper.at(at_ms)} {words}".strip()


def _handling(paper: DrillPaper) -> list[Block]:
    """Return what people decided, in order; nothing of the room."""
    rows = [each for each in paper.drill.course if each.kind == "decision"]
    if not rows:
        return [Paragraph(paper.t("nobody-decided"))]
    columns = paper.columns(("scenario-time", 1.3), ("who", 1.8), ("what-happened", 6.0))
    return [Table(columns, tuple(row(paper.at(e.at_ms), paper.said(e.who), paper.said(e.text)) for e in rows))]


def _measures(paper: DrillPaper) -> Block:
    rows = [*paper.listed_rows(), *paper.left_rows()]
    columns = paper.columns(
        ("number", 0.7), ("problem", 3.2), ("measure", 2.6), ("executor", 1.2), ("due", 1.0), ("status", 0.9)
    )
    lines = tuple(row(Cell(str(n), n), *_measure(paper, each)) for n, each in enumerate(rows, 1))
    return Table(columns, lines) if lines else Paragraph(paper.h("none-listed"))


def _measure(paper: DrillPaper, each: ImprovementRow) -> tuple[str, ...]:
    problem = " ".join(part for part in (each.code, paper.said(each.problem)) if part)
    side = paper.words(f"owner-{each.side}") if each.side else ""
    who = " ".join(part for part in (side, each.person) if part)
    return problem, each.measure, who, each.due, text(paper.lang, f"hotwash-status-{each.status}")
