"""Page one: the conclusion, the lights, the five worst weak points, the costliest wait, what was not tested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drillsim.checks import misfit_text
from drillsim.documents.changes import answer_to_wait, first_number, gain_text, place_text
from drillsim.documents.event_words import FIRST_LINE
from drillsim.documents.grade import is_critical, is_harmed
from drillsim.documents.names import in_roles, step_of_instance
from drillsim.documents.report import MARKS, Costliest, Expected, Light, WeakPoint
from drillsim.documents.run_document import GroupRow, JudgedRow, StepRow, WaitRow
from drillsim.documents.source import Recorded
from drillsim.documents.wording import ms_text, reason_text
from drillsim.schema import misfits
from drillsim.texts import duration_text, list_text, text

MOST_WEAK_POINTS = 5
ALWAYS = ("D06", "P08")
"""Codes that stand on page one where they are as grave as can be: harm done, and somebody nobody told."""
MOST_CAUSES = 3
"""Further causes of a missed limit that page one names by code."""
MOST_UNDER = 3
"""Consequences a cause names on page one; the rest are counted."""
_ORDER = ("missed", "cannot_say", "not_tested", "met")


def lights(run: Recorded) -> tuple[Light, ...]:
    """Protected loads, then protected functions, worst first within each."""
    return tuple(light for light in judged(run, protected=True))


def judged(run: Recorded, *, protected: bool = False) -> Iterator[Light]:
    """Every load and function, or only those with a limit; worst first within loads and within functions."""
    for kind, rows in (("load", run.document.loads), ("function", run.document.functions)):
        chosen = [row for row in rows if row.protected or not protected]
        for row in (
            sorted(chosen, key=lambda row: (_ORDER.index(row.verdict), -gravity(run, row))) if protected else chosen
        ):
            yield _light(run, kind, row)


def grouped(found: Sequence[Light]) -> tuple[Light, ...]:
    """Lights that say the same of several things, as one line with all their names; what was missed comes first."""
    groups: dict[tuple[str, ...], list[Light]] = {}
    for light in sorted(found, key=lambda light: _ORDER.index(light.verdict)):
        groups.setdefault((light.kind, light.verdict, light.limit, light.outage, light.cause or light.why), []).append(
            light
        )
    return tuple(replace(lights[0], names=tuple(light.name for light in lights)) for lights in groups.values())


def gravity(run: Recorded, row: JudgedRow) -> float:
    """Return the gravity of an interruption, for ordering: harm first, then safety-critical loads, then by how often
    the limit fits into the outage."""
    times = row.outage_ms / max(row.max_interruption_ms or 1, 1)
    return (1e12 if is_harmed(run, row) else 1e9 if is_critical(run, row) else 0.0) + min(times, 1e8)


def _light(run: Recorded, kind: str, row: JudgedRow) -> Light:
    endurance = row.endurance
    played = run.document.status != "not_applicable" and bool(run.journal.initial)
    return Light(
        kind=run.words(f"kind-{kind}"),
        id=row.id,
        name=run.names.of(row.id),
        limit=ms_text(run.lang, row.max_interruption_ms),
        outage=_outage(run, row),
        verdict=row.verdict,
        mark=MARKS[row.verdict],
        word=run.words(f"verdict-{row.verdict.replace('_', '-')}"),
        why=run.said(row.why),
        total=ms_text(run.lang, row.total_ms) if row.total_ms else "",
        outages=row.outages,
        unserved=f"{row.unserved_kwh:.1f}" if row.unserved_kwh else "",
        endurance=_endurance(run, row),
        endurance_mark=MARKS[endurance.verdict] if endurance else "",
        cause=_cause(run, row) if row.verdict == "missed" else "",
        limit_ms=row.max_interruption_ms,
        outage_ms=row.outage_ms if played else None,
        total_ms=row.total_ms,
        unserved_kwh=row.unserved_kwh,
    )


def _cause(run: Recorded, row: JudgedRow) -> str:
    """Return code and title of the worst cause that may have cost the limit, and the codes of the next ones; empty
    where no weak point says so."""
    groups = [each for each in run.document.groups if row.id in each.endangers]
    first, *more = dict.fromkeys(run.document.findings[each.finding].code for each in groups) or ("",)
    others = run.words("light-causes", codes=list_text(run.lang, more[:MOST_CAUSES])) if more else ""
    return f"{first} {_title(run, first)}{others}" if first else ""


def _outage(run: Recorded, row: JudgedRow) -> str:
    if run.document.status == "not_applicable" or not run.journal.initial:
        return "—"
    if not row.outage_ms:
        return run.words("no-outage")
    return ms_text(run.lang, row.outage_ms) + (run.words("still-open") if row.open_at_end else "")


def _endurance(run: Recorded, row: JudgedRow) -> str:
    if row.endurance is None:
        return ""
    word = run.words(f"verdict-{row.endurance.verdict.replace('_', '-')}")
    lasts = "" if row.endurance.lasts_ms is None else duration_text(run.lang, row.endurance.lasts_ms)
    return run.words("endurance", word=word, lasts=lasts or "—", why=run.said(row.endurance.why))


def conclusion(run: Recorded, shown: Sequence[Light], weak: Sequence[WeakPoint]) -> tuple[str, ...]:
    """The verdict of the run in at most three sentences; counts are those of the list of weak points."""
    if run.document.status == "not_applicable":
        return (run.words("conclusion-not-applicable"),)
    count = {word: sum(1 for light in shown if light.verdict == word) for word in MARKS}
    facts = {"all": len(shown), **{word.replace("_", "-"): n for word, n in count.items()}}
    first = (
        "missed"
        if count["missed"]
        else "incomplete"
        if run.document.status == "incomplete"
        else "open"
        if count["not_tested"] or count["cannot_say"]
        else "met"
        if shown
        else "none"
    )
    if first == "met" and any(
        run.journal.of("cannot_say")
    ):  # where there is no power flow nobody knows what is supplied
        first = "no-flow"
    return (run.words(f"conclusion-{first}", **facts), *_worst(run), *_weak_sentence(run, weak))


def _worst(run: Recorded) -> Iterator[str]:
    """The protected load or function that missed its limit most gravely; one that was harmed may state none."""
    rows = [
        row
        for row in (*run.document.loads, *run.document.functions)
        if row.verdict == "missed" and (row.max_interruption_ms is not None or is_harmed(run, row))
    ]
    worst = max(rows, key=lambda row: gravity(run, row), default=None)
    if worst is not None and worst.max_interruption_ms is None:
        yield run.words(
            "conclusion-worst-harm", name=run.names.of(worst.id), outage=duration_text(run.lang, worst.outage_ms)
        )
    elif worst is not None:
        yield run.words(
            "conclusion-worst", name=run.names.of(worst.id), outage=duration_text(run.lang, worst.outage_ms),
            limit=ms_text(run.lang, worst.max_interruption_ms),
        )  # fmt: skip


def _weak_sentence(run: Recorded, found: Sequence[WeakPoint]) -> Iterator[str]:
    changes = run.document.recommendations
    if found:
        proposed = sum(1 for row in changes if row.verdict == "proposed")
        grave = [each for each in found if each.severity == "A"]
        bound = sum(1 for each in grave if each.grade != each.severity)
        yield run.words("conclusion-weak", weak=len(found), a=len(grave), bound=bound)
        if _is_proved(run):
            yield run.words("conclusion-proposed" if proposed else "conclusion-none-proposed", proposed=proposed)
        else:
            yield _unproved(run)
    if run.document.hazards:
        yield run.words("conclusion-hazards", n=len(run.document.hazards))


def _is_proved(run: Recorded) -> bool:
    """Return whether all changes due have been tried; runs of older versions do not say."""
    proofs = run.document.proofs
    return proofs is None or proofs.done == proofs.of


def _unproved(run: Recorded) -> str:
    """Return the number of re-runs done, and what that means for what stands here, in words."""
    proofs = run.document.proofs
    if proofs is None or proofs.of is None:
        return run.words("conclusion-not-rerun")
    return run.words("conclusion-rerun-open", done=proofs.done, of=proofs.of)


def warning(run: Recorded) -> str:
    """Said above everything else when the run is not whole."""
    if run.document.status == "completed":
        return ""
    until, horizon = duration_text(run.lang, run.journal.end_ms), duration_text(run.lang, run.case.scenario.horizon)
    last = run.journal.events[-1].data if run.journal.complete else {}
    why = last.get("why", "")
    if last.get("dead"):
        return run.words("warning-strikes-dead", targets=last["dead"])
    missing = misfits(run.case)
    if run.document.status == "not_applicable" and missing:
        said = (f"{each.field}: {misfit_text(each, run.lang, run.names.words)}" for each in missing)
        return run.words("warning-nothing-to-strike", why=" ".join(said))
    return run.words(
        f"warning-{run.document.status.replace('_', '-')}", until=until, horizon=horizon, why=str(why or "—")
    )


def weak_points(run: Recorded) -> tuple[WeakPoint, ...]:
    """Every finding with the change that answers it: the worst cause first, what followed from it below it."""
    order = [(group, at) for group in _groups(run) for at in (group.finding, *group.consequences)]
    return tuple(_weak_point(run, group, at, number) for number, (group, at) in enumerate(order, 1))


def _groups(run: Recorded) -> Sequence[GroupRow]:
    """The groups of the run; of a run recorded before there were any, each finding by itself."""
    found = run.document.findings
    alone = [GroupRow(severity=row.severity, finding=at, consequences=[], endangers=[]) for at, row in enumerate(found)]
    return run.document.groups or alone


def top(run: Recorded, found: Sequence[WeakPoint]) -> tuple[WeakPoint, ...]:
    """The worst weak points, one of each code: severity first, harm and words that never came before all else, then
    those whose change is proved, causes before what follows from them (families D and M)."""
    first: dict[str, WeakPoint] = {}
    proved = [row.id for row in run.document.recommendations if row.verdict == "proposed"]
    causes = [weak for weak in found if not weak.depth]
    ranked = sorted(
        causes,
        key=lambda weak: (
            weak.severity,
            weak.severity != "A" or weak.code not in ALWAYS,
            weak.change_id not in proved,
            weak.code[0] in "DM",
            _rank(proved, weak),
            weak.number,
        ),
    )
    for weak in ranked:
        first.setdefault(weak.code, weak)
    return tuple(
        replace(weak, others=sum(1 for each in causes if each.code == weak.code) - 1)
        for weak in list(first.values())[:MOST_WEAK_POINTS]
    )


def _rank(proved: Sequence[str], weak: WeakPoint) -> int:
    return proved.index(weak.change_id) if weak.change_id in proved else len(proved)


def _weak_point(run: Recorded, group: GroupRow, at: int, number: int) -> WeakPoint:
    """One finding; a cause is as severe as the worst that followed from it."""
    row, is_cause = run.document.findings[at], at == group.finding
    change = run.answer_to(row.code, row.subject.id)
    lines = list_text(run.lang, [str(seq + FIRST_LINE) for seq in row.evidence[:6]]) + (
        "…" if len(row.evidence) > 6 else ""
    )
    severity = group.severity if is_cause else row.severity
    return WeakPoint(
        number=number,
        severity=severity,
        grade=run.words("at-most", severity=severity) if _is_bound(run, group, at, severity) else severity,
        depth=0 if is_cause else 1,
        under=_under(run, group) if is_cause else "",
        code=row.code,
        title=_title(run, row.code),
        text=run.said(row.text),
        subject=run.names.with_id(row.subject.id),
        clause=row.clause or run.words("no-clause"),
        evidence=lines,
        seqs=tuple(row.evidence),
        step=row.subject.id if step_of_instance(run.case.dossier, row.subject.id) else "",
        change=run.said(change.new) if change else "",
        change_id=change.id if change else "",
        change_word=run.words(f"change-{change.verdict}") if change else "",
        change_number=first_number(run, change.id) if change else 0,
        owner=run.known("owner", change.owner) if change else "",
        gain=gain_text(run, change) if change else "",
    )


def _is_bound(run: Recorded, group: GroupRow, at: int, severity: str) -> bool:
    """Return whether every finding the severity stands on was judged by the journal alone: it may still be lower."""
    places = (group.finding, *group.consequences) if at == group.finding else (at,)
    rows = [run.document.findings[place] for place in places]
    return all(row.severity_basis == "journal" for row in rows if row.severity == severity)


def _title(run: Recorded, code: str) -> str:
    return text(run.lang, f"finding-{code}-title")


def _under(run: Recorded, group: GroupRow) -> str:
    """Return the consequences of a cause: the first few codes with their subjects, in words; empty where there are
    none."""
    rows = [run.document.findings[at] for at in group.consequences]
    said = [
        run.words("weak-under-one", code=row.code, title=_title(run, row.code), subject=run.names.of(row.subject.id))
        for row in rows[:MOST_UNDER]
    ]
    return run.words("weak-under", list=list_text(run.lang, said), more=len(rows) - len(said)) if rows else ""


def costliest(run: Recorded) -> Costliest | None:
    """The wait whose removal shortens the worst outage most; ties by length. Without costs, None."""
    waits = [
        (step, wait)
        for step in run.document.steps
        for wait in step.waits
        if wait.cost_ms is not None and wait.cost_ms > 0
    ]
    found = max(waits, key=lambda pair: (pair[1].cost_ms or 0, pair[1].ms), default=None)
    return _costliest(run, *found) if found else None


def weak_note(run: Recorded) -> str:
    """Said where there is no weak point: none was found, or none was looked for."""
    return run.words("weak-not-looked-for" if run.document.status == "not_applicable" else "weak-none")


def costliest_note(run: Recorded) -> str:
    """Return the reason no wait is named, where none is."""
    if run.document.status == "not_applicable":
        return run.words("wait-not-run")
    waits = [wait for step in run.document.steps for wait in step.waits if wait.reason != "predecessor"]
    if not waits:
        return run.words("wait-none")
    if all(wait.cost_ms is None for wait in waits):
        return run.words("wait-not-computed")
    return "" if costliest(run) else run.words("wait-costs-nothing")


def _costliest(run: Recorded, step: StepRow, wait: WaitRow) -> Costliest:
    found = step_of_instance(run.case.dossier, step.step)
    names = in_roles(run.names, run.case.dossier).apart((step.step, *step.by, *wait.on))
    return Costliest(
        step=step.step,
        text=names.of(step.step),
        clause=(found[1].clause if found else "") or run.words("no-clause"),
        who=list_text(run.lang, list(dict.fromkeys(names.of(each) for each in step.by))) or "—",
        reason=reason_text(run.lang, wait.reason),
        on=list_text(run.lang, list(dict.fromkeys(names.of(each) for each in wait.on))),
        ms=duration_text(run.lang, sum(each.ms for each in step.waits if each.reason == wait.reason)),
        cost=duration_text(run.lang, wait.cost_ms or 0),
        answer=_answer(run, step.step, wait.reason),
    )


def _answer(run: Recorded, step: str, reason: str) -> str:
    row = answer_to_wait(run, step, reason)
    if row is None:
        return run.words("wait-no-answer")
    if number := first_number(run, row.id):
        return run.words("wait-answer-first", n=number)
    form = "wait-answer" if row.place is None or row.place.kind == "clause" else "wait-answer-at"
    return run.words(form, id=row.id, clause=place_text(run, row), new=run.said(row.new), gain=gain_text(run, row))


def expected_summary(run: Recorded) -> str:
    """Return the number of expectations that held, and the subjects of those that did not; empty when the scenario
    expects nothing."""
    rows = run.document.expectations
    if not rows:
        return ""
    lost = [row.id for row in rows if row.held is False]
    unjudged = [row.id for row in rows if row.held is None]
    lines = []
    if lost:
        lines.append(run.words("expected-some", n=len(rows), lost=len(lost), names=_first_five(run, lost)))
    if unjudged:
        lines.append(run.words("expected-open", n=len(unjudged), all=len(rows), names=_first_five(run, unjudged)))
    gap = " " if run.lang == "en" else ""
    return gap.join(lines) or run.words("expected-all", n=len(rows))


def _first_five(run: Recorded, ids: list[str]) -> str:
    more = run.words("and-others") if len(ids) > 5 else ""
    return list_text(run.lang, [run.names.of(each) for each in ids[:5]]) + more


def expected(run: Recorded) -> tuple[Expected, ...]:
    """Return the expectations of the scenario, with the results."""
    return tuple(
        Expected(
            name=run.names.of(row.id),
            expected=run.words(f"verdict-{row.expected.replace('_', '-')}"),
            found=run.words(f"verdict-{row.found.replace('_', '-')}"),
            held=row.held,
            mark=MARKS["not_tested" if row.held is None else "met" if row.held else "missed"],
        )
        for row in run.document.expectations
    )
