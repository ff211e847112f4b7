"""The hot wash of a drill as one document: judged like any run, with the corrections of its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drillsim.documents import Both, Names, RunDocument, code_text, event_text, reason_text, state_text
from drillsim.documents.build_run import Speaker, run_document, speaker_of
from drillsim.documents.drill_report import (
    BelievedRow,
    BrokenRow,
    CorrectionRow,
    DrillDocument,
    GradeRow,
    ImprovementRow,
    KeyedRow,
    LateRow,
    LineRow,
    NoteRow,
    ParticipantRow,
    SignatureRow,
    StatementRow,
    UntriedRow,
    clock,
)
from drillsim.findings import Finding, View, groups, not_tested, weak_points
from drillsim.journal import Event, Journal
from drillsim.schema import Case, Msel, step_of
from drillsim.session import ENDINGS, Entry, Session
from drillsim.session.after import (
    Belief,
    BesidePlan,
    Correction,
    Graded,
    Late,
    Row,
    Statement,
    Told,
    compared,
    corrected,
    corrections,
    could_ms,
    goods,
    grades,
    keyed,
    late,
    limits,
    played,
    played_alone,
    proposed,
    rows,
    signed,
    statements,
    story,
    untried,
    valid,
    whole,
)
from drillsim.texts import LANGS, has, list_text, text
from drillsim.use.decision_words import deviation_words, state_words, step_words, verb_words, what_was_decided
from drillsim.use.room_rows import attended_rows, course_rows, inject_rows, settled_rows
from drillsim.use.what_if import what_if

NOTHING = Both(zh="", en="")
MOST_REASONS = 3
MOST_NAMES = 5
"""Names in one line of the story, so that a dozen lines stand on one screen."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A drill as it is judged with certain corrections."""

    view: View
    alone: View | None
    findings: tuple[Finding, ...]
    run: RunDocument


@dataclass(slots=True, eq=False)
class Aftermath:
    """All a drill's document is made of but the log, which may still grow."""

    case: Case
    journal: Journal
    """The journal as it was recorded."""
    msel: Msel | None
    alone: Journal | None
    """The plan alone with the same luck and injects; None where it was not played."""
    statements: tuple[Statement, ...] | None
    """Beliefs at the end; None where they were not kept."""
    what_if: Both | None = None
    """The decision after which a limit was lost and the one that would have kept it; None where it was not looked
    for."""
    _judged: dict[tuple[Correction, ...], Judged] = field(default_factory=dict)
    _says: Speaker | None = None

    def judged(self, entries: Sequence[Entry]) -> Judged:
        """Return the drill as it is judged with the corrections the log holds."""
        made = corrections(entries)
        if made not in self._judged:
            journal = corrected(self.journal, made)
            view = View(self.case, journal)
            found = weak_points(view)
            run = run_document(
                self.case, journal, view.verdicts, found, not_tested=not_tested(self.case, journal, view.verdicts)
            )
            alone = None if self.alone is None else View(self.case, self.alone)
            self._judged = {made: Judged(view, alone, found, run)}
        return self._judged[made]

    def document(self, entries: Sequence[Entry]) -> DrillDocument:
        """Return the document as the log has it now."""
        self._says = self._says or speaker_of(self.case.dossier)
        return _Writing(self, self._says, self.judged(entries), tuple(entries)).document()


def aftermath_of(session: Session) -> Aftermath:
    """Return what a session that has ended leaves: the plan alone is played, what everybody believed is kept, and the
    decision is looked for after which a limit was lost."""
    run, entries = session.drill.run, session.log.entries
    journal, view = run.journal(), View(run.case, run.journal())
    alone = played_alone(run.case, journal, run.flow) if journal.complete else None
    roles = [role for some in played(view, entries) for role in some]
    found = Aftermath(run.case, journal, _msel_of(session), alone, statements(run, roles))
    if alone is not None:
        found.what_if = what_if(found, entries, run.flow)
    return found


def _msel_of(session: Session) -> Msel | None:
    """Return the list of injects the drill was opened with."""
    injects = {name: line.inject for name, line in session.drill.deck.lines.items() if line.inject is not None}
    if not injects:
        return None
    return Msel.model_construct(format=1, scenario=session.drill.case.scenario_id, injects=injects)


@dataclass(frozen=True, slots=True)
class _Writing:
    """The document as it is put together."""

    of: Aftermath
    say: Speaker
    judged: Judged
    entries: tuple[Entry, ...]

    def document(self) -> DrillDocument:
        case, view, alone = self.of.case, self.judged.view, self.judged.alone
        opened = next((each for each in self.entries if each.what == "opened"), None)
        stopped = next((each for each in reversed(self.entries) if each.what == "stopped"), None)
        ending = stopped.data["how"] if stopped is not None and stopped.data["how"] in ENDINGS else "open"
        found = compared(view, alone)
        return DrillDocument(
            customer=case.dossier.folder,
            scenario=case.scenario_id,
            title=_both(case.scenario.title.says),
            customer_name=_both(case.dossier.customer.name.says),
            seed=int(view.journal.header.get("seed", 0)),
            plan_version=case.dossier.plan.version,
            opened=opened.wall if opened is not None else "",
            ended=stopped.wall if stopped is not None else "",
            ending=ending,
            ending_why=stopped.data["why"] if stopped is not None else "",
            warning=NOTHING if ending == "completed" else self._told(f"warning-{ending.replace('_', '-')}", {}),
            at_ms=view.journal.end_ms,
            participants=self._participants(),
            attended=attended_rows(self.entries),
            settled=settled_rows(self.entries),
            injects=inject_rows(case, view, self.of.msel, self.entries, self.say),
            course=course_rows(
                case,
                view,
                self.of.msel,
                self.entries,
                self.say,
                [(each.at_ms or 0, self._words(each), list(each.evidence)) for each in story(view, whole=True)],
            ),
            goods=[self._line(each) for each in goods(view, alone)],
            story=[self._line(each) for each in story(view)],
            late=[self._late(each) for each in late(view, alone)],
            departed=[self._departed(event) for event in found.departed],
            only_plan=[self._step(name) for name in found.only_plan],
            only_people=[self._step(name) for name in found.only_people],
            broken=[self._broken(each) for each in limits(view, alone)],
            statements=[self._statement(each) for each in self.of.statements or ()],
            what_if=self.of.what_if or NOTHING,
            corrections=self._corrections(),
            keyed=self._keyed(),
            notes=self._notes(),
            whole=self._grade(whole(view, alone, ending, self.entries)),
            grades=[self._grade(each) for each in grades(view, alone, self.of.msel, self.entries)],
            signatures=[
                SignatureRow(name=each.name, wall=each.wall, changed_since=each.changed_since)
                for each in signed(self.entries)
            ],
            improvements=self._improvements(),
            untried=[self._untried(each) for each in untried(view, self.of.msel, self.entries)],
            left_out=list(self._left_out()),
            run=self.judged.run,
        )

    # -- words -----------------------------------------------------------------------------------------------------
    def _told(self, code: str, facts: Mapping[str, Any]) -> Both:
        return self.say(lambda names: code_text(names, f"hotwash-{code}", facts))

    def _step(self, name: str) -> Both:
        return self.say(lambda names: step_words(names, self.of.case, name))

    def _line(self, each: Told) -> LineRow:
        return LineRow(code=each.code, at_ms=each.at_ms, text=self._words(each), evidence=list(each.evidence))

    def _words(self, each: Told) -> Both:
        if each.code == "line-event":
            event = self.judged.view.journal.events[each.evidence[0]]
            return self.say(lambda names: event_text(names, event))
        if each.code.startswith("not-tested:"):
            return self.say(lambda names: code_text(names, each.code.replace(":", "-", 1), each.facts))
        return self.say(lambda names: self._in(names, each))

    def _in(self, names: Names, each: Told) -> str:
        facts = dict(each.facts)
        if "step" in facts:
            facts["step"] = step_words(names, self.of.case, facts["step"])
        if "state" in facts:
            facts["state"] = state_text(names.lang, facts["state"])
        if "deviations" in facts:
            facts["deviations"] = deviation_words(names, facts["deviations"])
        if "do" in facts:
            facts["do"] = verb_words(names, facts["do"])
        if "inject" in facts:
            facts["inject"] = self._inject(facts["inject"]).model_dump()[names.lang]
        if each.code.startswith("line-"):
            told = {name: value for name, value in facts.items() if name in ("loads", "ids", "targets")}
            facts |= {name: list_text(names.lang, [names.of(one) for one in told[name]], MOST_NAMES) for name in told}
        if each.code == "untried-injects":
            facts["ids"] = [self._inject(name).model_dump()[names.lang] for name in facts["ids"]]
        return code_text(names, f"hotwash-{each.code}", facts)

    def _inject(self, name: str) -> Both:
        """Return an inject by its title."""
        inject = self.of.msel.injects.get(name) if self.of.msel is not None else None
        return Both(**{lang: (inject.title.says(lang) if inject is not None else "") or name for lang in LANGS})

    # -- rows ------------------------------------------------------------------------------------------------------
    def _participants(self) -> list[ParticipantRow]:
        found: dict[str, ParticipantRow] = {}
        for entry in self.entries:
            if entry.what == "joined":
                data = entry.data
                plays = [self.say(lambda names, role=role: names.of(role)) for role in data["plays"]]  # type: ignore[misc]
                found[data["participant"]] = ParticipantRow(name=data["name"], part=data["part"], plays=plays)
        return list(found.values())

    def _late(self, each: Late) -> LateRow:
        def reason(names: Names) -> str:
            said = [_reason(names, *row) for row in each.reasons[:MOST_REASONS]]
            return list_text(names.lang, said) or text(names.lang, "hotwash-reason-none")

        return LateRow(
            step=each.step, title=self._step(each.step), role=self.say(lambda names: names.of(each.role)),
            late_ms=each.late_ms, own_ms=each.own_ms, against=each.against, reason=self.say(reason),
            done_ms=each.done_ms, evidence=list(each.evidence),
        )  # fmt: skip

    def _departed(self, event: Event) -> LineRow:
        data = event.data
        what = data["what"]

        def words(names: Names) -> str:
            about = what_was_decided(names, self.of.case, data["decision"], what)
            who = names.of(data["by"]) if data["by"] else text(names.lang, "hotwash-facilitator")
            how = deviation_words(names, data["deviation"])
            return text(names.lang, "hotwash-departed", who=who, what=about, how=how)

        return LineRow(code=data["decision"], at_ms=event.t_ms, text=self.say(words), evidence=[event.seq])

    def _broken(self, each: BesidePlan) -> BrokenRow:
        verdict, alone = each.verdict, each.alone
        return BrokenRow(
            kind=verdict.kind, id=verdict.id, name=self.say(lambda names: names.of(verdict.id)),
            limit_ms=verdict.max_interruption_ms, worst_ms=verdict.outage_ms, open=verdict.open_at_end,
            verdict=verdict.verdict, alone_ms=alone.outage_ms if alone is not None else None,
            alone_verdict=alone.verdict if alone is not None else "", cause=self._cause(verdict.id),
            evidence=list(verdict.evidence),
        )  # fmt: skip

    def _cause(self, name: str) -> Both:
        """Return the first cause that endangered the limit, as the weak points tell."""
        found = self.judged.findings
        heads = groups(self.of.case, self.judged.view.journal, found)
        head = next((found[group.head] for group in heads if name in group.endangers), None)
        return NOTHING if head is None else self._weak_point(head)

    def _weak_point(self, each: Finding) -> Both:
        return self.say(lambda names: code_text(names, f"finding-{each.code}", each.told))

    def _statement(self, each: Statement) -> StatementRow:
        held: dict[tuple[str | float, bool, bool], list[Belief]] = {}
        for belief in sorted(each.beliefs, key=lambda b: (not b.is_wrong, b.is_untold)):
            held.setdefault((belief.value, belief.is_wrong, belief.is_untold), []).append(belief)
        believed = [
            BelievedRow(
                roles=self._list([b.role for b in beliefs]), state=self._state(each.kind, value),
                as_of_ms=max((b.as_of_ms for b in beliefs if b.as_of_ms is not None), default=None), wrong=wrong,
                untold=untold,
            )
            for (value, wrong, untold), beliefs in held.items()
        ]  # fmt: skip
        return StatementRow(
            kind=each.kind, id=each.id, name=self.say(lambda names: names.with_id(each.id)),
            true=self._state(each.kind, each.true), believed=believed, disputed=each.is_disputed,
        )  # fmt: skip

    def _list(self, ids: Sequence[str]) -> Both:
        return self.say(lambda names: list_text(names.lang, [names.of(name) for name in ids]))

    def _state(self, kind: str, value: str | float) -> Both:
        return Both(**{lang: state_words(lang, kind, value) for lang in LANGS})

    def _corrections(self) -> list[CorrectionRow]:
        begun = {e.data["step"] for e in self.of.journal.of("step_begins", "step_ends")}
        found = []
        for each in corrections(self.entries):
            facts: dict[str, Any] = {"why": each.why or "—"}
            code = "correction" if each.at_ms is not None else "correction-person"
            told = Told(code, {**facts, "step": each.step, "who": each.person or "—", "at": clock(each.at_ms)})
            words = self._words(told)
            found.append(CorrectionRow(entry=each.entry, step=each.step, text=words, used=each.step in begun))
        return found

    def _keyed(self) -> list[KeyedRow]:
        return [
            KeyedRow(
                entry=each.entry, text=each.text, at_ms=each.at_ms, step=each.step, completed=each.is_completed,
                role=self.say(lambda names, who=each.role: names.of(who) if who else ""),  # type: ignore[misc]
            )
            for each in keyed(self.entries)
        ]  # fmt: skip

    def _notes(self) -> list[NoteRow]:
        return [
            NoteRow(entry=e.number, at_ms=e.at_ms, file=e.data.get("file", ""), text=e.data["text"])
            for e in valid(self.entries)
            if e.what in ("note", "photo")
        ]

    def _grade(self, each: Graded) -> GradeRow:
        found = step_of(self.of.case.dossier.plan, each.id) if each.kind == "step" else None
        row = next((r for r in self.judged.view.rows if r.step == each.id), None) if each.kind == "step" else None
        took = None
        if row is not None and row.finished_ms is not None and (could := could_ms(self.judged.view, row)) is not None:
            took = row.finished_ms - could
        titles: Mapping[str, Callable[[], Both]] = {
            "step": lambda: self._step(each.id),
            "objective": lambda: self._objective(each.id),
            "whole": lambda: self._told("grade-whole", {}),
        }
        return GradeRow(
            kind=each.kind, id=each.id, title=titles[each.kind](), limit_ms=found[1].within if found else None,
            took_ms=took, proposed=each.proposed, why=self._words(each.why), given=each.given, reason=each.reason,
            by=each.by, note=each.note, evidence=list(each.why.evidence),
        )  # fmt: skip

    def _objective(self, name: str) -> Both:
        inject = self.of.msel.injects.get(name) if self.of.msel is not None else None
        if inject is None:
            return Both(zh=name, en=name)
        if inject.objective:
            return Both(zh=inject.objective, en=inject.objective)
        assert inject.expects is not None
        return _both(inject.expects.what.says)

    def _improvements(self) -> list[ImprovementRow]:
        numbers: dict[str, str] = {}
        for entry in self.entries:
            if entry.what == "taken_over":
                numbers |= entry.data["rows"]
        drill = proposed(self.of.case.dossier, self.judged.view.journal, self.judged.findings, self.entries)
        return [self._row(each, numbers.get(each.id, "")) for each in rows(drill, self.entries)]

    def _row(self, each: Row, number: str) -> ImprovementRow:
        head = each.finding
        problem: Both | str = each.problem
        if not each.problem and head is not None:
            problem = self._weak_point(head)
        return ImprovementRow(
            row=each.id, number=number, code=each.code, subject=each.subject, problem=problem, clause=each.clause,
            at_ms=each.at_ms, severity=each.severity, measure=each.measure, side=each.side, person=each.person,
            due=each.due, status=each.status, reason=each.reason, entry=each.entry,
        )  # fmt: skip

    def _untried(self, each: Told) -> UntriedRow:
        ids = each.facts.get("ids", (each.facts["id"],) if "id" in each.facts else ())
        return UntriedRow(code=each.code, ids=[str(name) for name in ids], text=self._words(each))

    def _left_out(self) -> Any:
        if self.of.alone is None:
            yield self._told("left-out-alone", {})
        if self.of.statements is None:
            yield self._told("left-out-beliefs", {})
        if self.of.what_if is None:
            yield self._told("left-out-what-if", {})


def _both(says: Callable[[Any], str]) -> Both:
    return Both(**{lang: says(lang) for lang in LANGS})


def _reason(names: Names, reason: str, ms: int, on: Sequence[str]) -> str:
    known = f"hotwash-reason-{reason}"
    word = text(names.lang, known) if has(known) else reason_text(names.lang, reason)
    told = list_text(names.lang, [names.of(each) for each in on[:3]])
    code = "hotwash-reason-on" if told else "hotwash-reason"
    return code_text(names, code, {"reason": word, "took_ms": ms, "on": told})


__all__ = ["Aftermath", "aftermath_of"]
