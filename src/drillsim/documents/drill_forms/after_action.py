"""The after-action report of a drill: one value in two orders, AQ/T 9009's (演练评估报告) and HSEEP's AAR.

Orders after the headings of AQ/T 9009 (annex, informative) and HSEEP's AAR template; wording our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    row,
)
from drillsim.documents.drill_forms.improvements import improvements
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_forms.record import participants
from drillsim.documents.drill_report import BrokenRow, GradeRow, ImprovementRow
from drillsim.documents.pictures.measure import shortened
from drillsim.texts import text

MOST_WORDS = 150.0
"""Width of the conclusion on page one, em; the whole of it stands behind."""
MOST_FIRST = 5
"""Rows of the improvement list on page one."""
TONES: dict[str, Tone] = {"P": "good", "S": "plain", "M": "open", "U": "bad"}

Section = Callable[[DrillPaper], Iterator[Block]]


def after_action_aqt(paper: DrillPaper) -> Document:
    """The report in the order of AQ/T 9009: facts, how it was evaluated, analysis, proposals, conclusion."""
    return _report(paper, "after-action-aqt", AQT)


def after_action_hseep(paper: DrillPaper) -> Document:
    """The report in the order of HSEEP: overview, analysis by objective, improvement plan, participants."""
    return _report(paper, "after-action-hseep", HSEEP)


def after_action(paper: DrillPaper) -> Document:
    """The report in the order usual in its language."""
    return _report(paper, "after-action", AQT if paper.lang == "zh" else HSEEP)


def _report(paper: DrillPaper, kind: str, order: Mapping[str, tuple[Section, ...]]) -> Document:
    blocks: list[Block] = [*_page_one(paper), PageBreak()]
    for title, sections in order.items():
        blocks += [Heading(paper.t(f"aar-{title}")), *(block for each in sections for block in each(paper))]
    return replace(paper.drill_form(kind, blocks, title="drill-after-action"), density="dense")


def _page_one(paper: DrillPaper) -> Iterator[Block]:
    drill = paper.drill
    yield Facts(paper.about())
    words = shortened(paper.said(drill.whole.why), MOST_WORDS)
    if paper.is_whole:
        grade = drill.whole.given or drill.whole.proposed or ""
        words = f"{paper.h('grade-whole')}{paper.t('colon')}{paper.grade(drill.whole)} — {words}"
        yield Callout(words, TONES.get(grade, "open"))
    else:
        yield Callout(words, "open")
    yield Heading(paper.t("missed-first"), 2)
    yield _limits(paper, MOST_FIRST)
    yield Heading(paper.t("to-do-first"), 2)
    rows = [*paper.listed_rows(), *paper.left_rows()][:MOST_FIRST]
    yield (
        Listing(tuple(_first(paper, each) for each in rows), numbered=True, tone="dense")
        if rows
        else Paragraph(paper.h("none-listed"))
    )
    yield Heading(paper.h("heading-untried"), 2)
    yield (
        Listing(tuple(paper.said(each.text) for each in drill.untried[:3]), tone="dense")
        if drill.untried
        else (Paragraph(paper.t("none")))
    )
    yield Paragraph(paper.t("rests-on-drill", seed=drill.seed), tone="small")


def _first(paper: DrillPaper, each: ImprovementRow) -> str:
    head = " ".join(part for part in (each.code, each.clause) if part)
    side = paper.words(f"owner-{each.side}") if each.side else ""
    tail = [part for part in (each.measure, side, each.person, each.due) if part]
    status = text(paper.lang, f"hotwash-status-{each.status}")
    words = f"[{each.severity}] " if each.severity else ""
    return f"{words}{head} {paper.said(each.problem)} · {' · '.join([*tail, status])}"


def _limits(paper: DrillPaper, most: int | None = None) -> Block:
    """Return the limits that were missed, in the drill or with the plan alone; those that came out alike in one line,
    each with its limit."""
    alike: dict[tuple[object, ...], list[BrokenRow]] = {}
    for each in sorted(paper.drill.broken, key=lambda each: each.verdict != "missed"):
        key = (each.verdict, each.worst_ms, each.open, each.alone_verdict, each.alone_ms, paper.said(each.cause))
        alike.setdefault(key, []).append(each)
    lines = [*alike.values()][:most]
    if not lines:
        return Paragraph(f"{paper.h('none-broken')} {paper.h('not-proof')}")
    columns = paper.columns(("subject-limit", 3.4), ("worst", 1.5), ("alone", 1.4), ("cause", 3.4))
    return Table(columns, tuple(_limit(paper, rows) for rows in lines))


def _limit(paper: DrillPaper, rows: list[BrokenRow]) -> tuple[Cell, ...]:
    first = rows[0]
    named = [paper.t("name-limit", name=paper.said(each.name), limit=paper.ms(each.limit_ms)) for each in rows]
    worst = _outage(paper, first.verdict, first.worst_ms) + _still(paper, is_open=first.open)
    return row(
        "\n".join(named), Cell(worst, tone="bad" if first.verdict == "missed" else "plain"),
        _outage(paper, first.alone_verdict, first.alone_ms), paper.said(first.cause),
    )  # fmt: skip


def _still(paper: DrillPaper, *, is_open: bool) -> str:
    """Return that it was still interrupted at the end, where it was."""
    return ("" if paper.lang == "zh" else " ") + paper.h("still-open") if is_open else ""


def _outage(paper: DrillPaper, verdict: str, ms: int | None) -> str:
    """Return an outage with its verdict in words."""
    return f"{paper.known('verdict', verdict)} {paper.ms(ms)}" if verdict else "—"


# -- sections ----------------------------------------------------------------------------------------------------------
def _facts(paper: DrillPaper) -> Iterator[Block]:
    yield Facts((*paper.about(), (paper.h("fact-participants"), participants(paper)),
                 (paper.t("objectives"), paper.listed(_objectives(paper)) or paper.t("none-named"))))  # fmt: skip
    yield Heading(paper.h("heading-story"), 2)
    lines = [f"{paper.at(each.at_ms)} {paper.said(each.text)}" for each in paper.drill.story]
    yield Listing(tuple(lines)) if lines else Paragraph(paper.h("no-story"))


def _objectives(paper: DrillPaper) -> list[str]:
    return list(dict.fromkeys(each.objective for each in paper.drill.injects if each.objective))


def _process(paper: DrillPaper) -> Iterator[Block]:
    evaluators = paper.people("evaluator") or paper.t("no-evaluator")
    yield Paragraph(paper.t("evaluated-how", people=evaluators, n=len(paper.drill.grades)))
    changed = sum(each.given is not None for each in (paper.drill.whole, *paper.drill.grades))
    yield Paragraph(paper.t("evaluated-changed", n=changed, corrected=len(paper.drill.corrections)))
    yield Paragraph(paper.h("alone-note"), tone="small")
    left = tuple(paper.said(each) for each in paper.drill.left_out)
    if left:
        yield Listing(left)


def _analysis(paper: DrillPaper) -> Iterator[Block]:
    drill = paper.drill
    yield Heading(paper.h("heading-goods"), 2)
    yield from _goods(paper)
    yield Heading(paper.h("heading-broken"), 2)
    yield _limits(paper)
    yield from _listed(paper.h("heading-hazards"), [f"{paper.at(e.t_ms)} {paper.said(e.text)}" for e in
                                                    drill.run.hazards], paper.h("no-hazards"))  # fmt: skip
    yield Heading(paper.h("heading-late"), 2)
    yield from _late(paper)
    departed = [f"{paper.at(each.at_ms)} {paper.said(each.text)}" for each in drill.departed]
    yield from _listed(paper.h("heading-departed"), departed, paper.h("none-departed"))
    yield from _only(paper)
    if words := paper.said(drill.what_if):
        yield from (Heading(paper.h("heading-what-if"), 2), Paragraph(words))
    yield Heading(paper.t("items"), 2)
    yield _ratings(paper)


def _goods(paper: DrillPaper) -> Iterator[Block]:
    goods = tuple(paper.said(each.text) for each in paper.drill.goods)
    if goods:
        yield Listing(goods, numbered=True)
    if len(goods) < 3:
        yield Paragraph(paper.h("fewer-goods", n=len(goods)) if goods else paper.h("no-goods"), tone="small")


def _listed(title: str, items: list[str], none: str) -> Iterator[Block]:
    yield Heading(title, 2)
    yield Listing(tuple(items)) if items else Paragraph(none)


def _only(paper: DrillPaper) -> Iterator[Block]:
    for title, rows in (("only-plan", paper.drill.only_plan), ("only-people", paper.drill.only_people)):
        if rows:
            yield Paragraph(paper.h(title), tone="strong")
            yield Listing(tuple(paper.said(each) for each in rows))


def _late(paper: DrillPaper) -> Iterator[Block]:
    if not paper.drill.late:
        yield Paragraph(paper.h("none-late"))
        return
    columns = paper.columns(("step", 3.2), ("role", 1.2), ("late", 1.6), ("waited-for", 2.8), ("done-at", 1.3))
    yield Table(columns, tuple(
        row(paper.said(e.title), paper.said(e.role), f"{paper.h(f'against-{e.against}')} {paper.ms(e.late_ms)}",
            paper.said(e.reason), paper.at(e.done_ms) or paper.h("not-done"))
        for e in paper.drill.late
    ))  # fmt: skip


def _ratings(paper: DrillPaper) -> Block:
    if not paper.drill.grades:
        return Paragraph(paper.t("no-items"))
    columns = paper.columns(("point", 3.4), ("rating", 1.1), ("meets", 1.0), ("auto-evidence", 3.4), ("override", 1.6))
    return Table(columns, tuple(
        row(paper.said(e.title), paper.grade(e), paper.meets(e), paper.said(e.why), e.reason)
        for e in paper.drill.grades
    ))  # fmt: skip


def _by_objective(paper: DrillPaper) -> Iterator[Block]:
    """Yield strengths and areas for improvement, objective by objective; the steps stand together behind them."""
    objectives = [each for each in paper.drill.grades if each.kind == "objective"]
    steps = [each for each in paper.drill.grades if each.kind == "step"]
    yield Heading(paper.t("ratings-summary"), 2)
    yield _ratings(paper)
    yield Heading(paper.t("strengths"), 2)
    yield from _goods(paper)
    yield Heading(paper.t("areas"), 2)
    weak = [each for each in (*objectives, *steps) if (each.given or each.proposed) in ("M", "U")]
    yield from _areas(paper, weak)
    yield Heading(paper.h("heading-broken"), 2)
    yield _limits(paper)
    hazards = [f"{paper.at(each.t_ms)} {paper.said(each.text)}" for each in paper.drill.run.hazards]
    yield from _listed(paper.h("heading-hazards"), hazards, paper.h("no-hazards"))
    yield Heading(paper.h("heading-late"), 2)
    yield from _late(paper)


def _areas(paper: DrillPaper, weak: list[GradeRow]) -> Iterator[Block]:
    """Yield each area for improvement: observation, reference, analysis, recommendation."""
    rows = [*paper.listed_rows(), *paper.left_rows()]
    for number, each in enumerate(rows, 1):
        yield Heading(f"{number}. {each.code} {paper.said(each.problem)}".strip(), 3)
        said = ((paper.t("reference"), " ".join(part for part in (each.clause, paper.at(each.at_ms)) if part)),
                (paper.t("recommendation"), each.measure or paper.t("none-agreed")),
                (paper.t("column-unit"), paper.words(f"owner-{each.side}") if each.side else ""),
                (paper.t("column-person"), each.person), (paper.t("column-due"), each.due))  # fmt: skip
        yield Facts(tuple(pair for pair in said if pair[1]))
    if not paper.is_whole:
        return
    if weak:
        yield Paragraph(paper.t("weak-items"), tone="strong")
        yield Listing(tuple(f"{paper.said(e.title)} — {paper.grade(e)}{paper.t('colon')}{paper.said(e.why)}"
                            for e in weak))  # fmt: skip


def _plan(paper: DrillPaper) -> Iterator[Block]:
    settled, left = tuple(paper.listed_rows()), tuple(paper.left_rows())
    columns = [*settled, *left]
    yield _short_plan(paper, columns) if columns else Paragraph(paper.h("none-listed"))
    yield Paragraph(paper.t("supported-elsewhere"), tone="small")


def _short_plan(paper: DrillPaper, rows: list[ImprovementRow]) -> Block:
    """Return the list in the columns a portrait page holds; all of them stand in the list itself."""
    whole = improvements(paper, rows)
    titles = [each.title for each in whole.columns]
    kept = [titles.index(paper.t(f"column-{name}")) for name in SHORT]
    shares = (0.7, 0.8, 3.2, 0.9, 2.4, 0.9, 1.0, 1.2, 0.9)
    columns = paper.columns(*zip(SHORT, shares, strict=True))
    return Table(columns, tuple(tuple(cells[place] for place in kept) for cells in whole.rows))


SHORT = ("number", "code", "problem", "clause", "measure", "unit", "person", "due", "status")


def _conclusion(paper: DrillPaper) -> Iterator[Block]:
    drill = paper.drill
    if paper.is_whole:
        yield Paragraph(paper.grade(drill.whole), paper.h("grade-whole"), "strong")
    yield Paragraph(paper.said(drill.whole.why))
    if drill.whole.reason:
        yield Paragraph(drill.whole.reason, paper.t("column-override"))
    yield from _listed(paper.h("heading-untried"), [paper.said(each.text) for each in drill.untried], paper.t("none"))
    names = [paper.h("signed", name=each.name, wall=paper.room(each.wall, day=True)) for each in drill.signatures]
    yield Paragraph(paper.listed(names) or paper.h("not-signed"), paper.h("signature"))


def _people(paper: DrillPaper) -> Iterator[Block]:
    columns = paper.columns(("name", 1.6), ("organisation", 2.0), ("role", 2.4))
    signed = [row(each.name, each.unit, each.role) for each in paper.drill.attended]
    names = {each.name for each in paper.drill.attended}
    others = [row(each.name, "", text(paper.lang, f"session-part-{each.part}"))
              for each in paper.drill.participants if each.name not in names]  # fmt: skip
    rows = (*signed, *others)
    yield Table(columns, rows) if rows else Paragraph(paper.t("nobody-named"))


AQT: Mapping[str, tuple[Section, ...]] = {
    "aqt-facts": (_facts,), "aqt-process": (_process,), "aqt-analysis": (_analysis,), "aqt-proposals": (_plan,),
    "aqt-conclusion": (_conclusion,), "participants": (_people,),
}  # fmt: skip
HSEEP: Mapping[str, tuple[Section, ...]] = {
    "hseep-overview": (_facts,), "hseep-analysis": (_by_objective,), "hseep-conclusion": (_conclusion, _process),
    "hseep-plan": (_plan,), "hseep-participants": (_people,),
}  # fmt: skip
