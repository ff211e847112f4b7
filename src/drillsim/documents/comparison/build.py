"""The document of a comparison from what came out: figures as they are, and what is told of them in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from drillsim.documents.campaign_rows import HourRow
from drillsim.documents.comparison.document import (
    ActRow,
    CaseRow,
    CompareDocument,
    ConclusionRow,
    EventRow,
    ExtremeRow,
    FailedRow,
    FirstRow,
    HazardRow,
    KeptRow,
    LimitRow,
    OnlyPlayedRow,
    SubjectRow,
    VersionRow,
    WeakRow,
)
from drillsim.documents.event_words import event_text
from drillsim.documents.failure_words import Things, case_text, things_of
from drillsim.documents.names import Names, in_roles, names_of
from drillsim.documents.run_document import Both
from drillsim.documents.wording import hazard_text
from drillsim.files import CustomerFolder
from drillsim.journal import Event, different_starts, parting
from drillsim.revision.versions import (
    ActAnswer,
    Comparison,
    DrawnCase,
    Extreme,
    HazardAnswer,
    LimitChange,
    Pairing,
    SubjectAnswer,
    WeakPoint,
    play_both,
)
from drillsim.schema import Compiled
from drillsim.texts import LANGS, Lang, duration_text, text
from drillsim.version import __version__

MOST_KEPT = 3
"""Cases of which both journals are kept."""


def compare_document(found: Comparison, pairing: Pairing, old: CustomerFolder, new: CustomerFolder) -> CompareDocument:
    """The document of `found`. Cases in which a load or function differs most are played again for the moment in which
    the versions part."""
    told = _Told(pairing, kept_cases(found))
    spec = pairing.new.spec
    return CompareDocument(
        customer=new.dossier.customer.id,
        old=_version(old),
        new=_version(new),
        conclusion=_conclusion(found),
        subjects=[_subject(told, each) for each in found.subjects],
        hazards=[_hazard(told, each) for each in found.hazards],
        acts=[_act(told, each) for each in found.acts],
        kept=KeptRow(acts=found.kept[0], reports=found.kept[1], warnings=found.kept[2]),
        weak_points=[_weak(told, each) for each in found.weak_points],
        only_old=list(pairing.only_old),
        only_new=list(pairing.only_new),
        limits=[_limit(told, each) for each in found.limits],
        only_played=[OnlyPlayedRow.model_validate({"scenario": e.scenario, "by": e.by}) for e in found.only_played],
        failed=[FailedRow(case=case, why=why) for case, why in found.failed],
        failures_left_out=pairing.failures_left_out,
        cases=found.cases,
        runs=found.runs,
        left_out=found.left_out,
        draws=spec.draws,
        seed=spec.seed,
        order=spec.order,
        one_event=spec.one_event,
        hours=[HourRow(name=each.name, time=each.time, load=each.load) for each in spec.hours],
        scenarios=list(spec.scenarios),
        edition=new.edition.id if new.edition else None,
        version=__version__,
    )


def names_of_both(old: Compiled, new: Compiled, lang: Lang) -> Names:
    """Names in `lang` of everything in either version; of what both have, the newer one's."""
    return Names(lang, {**names_of(old, lang).words, **names_of(new, lang).words})


def kept_cases(found: Comparison) -> dict[DrawnCase, str]:
    """Return the cases of which both journals are kept, with the name of their folder: those that got worse first."""
    worst = [each.worst for each in found.subjects if each.worst]
    best = [each.best for each in found.subjects if each.best]
    cases = list(dict.fromkeys(each.at for each in (*worst, *best)))[:MOST_KEPT]
    return {each: f"cases/{number}" for number, each in enumerate(cases, 1)}


@dataclass(slots=True, eq=False)
class _Told:
    """The words of both versions, and where the cases already played again part."""

    pairing: Pairing
    kept: Mapping[DrawnCase, str]
    old: dict[Lang, Things] = field(init=False)
    new: dict[Lang, Things] = field(init=False)
    parted: dict[DrawnCase, tuple[FirstRow | None, list[str]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.old, self.new = ({lang: things_of(d, lang) for lang in LANGS} for d in self._dossiers)

    @property
    def _dossiers(self) -> tuple[Compiled, Compiled]:
        return self.pairing.old.dossier, self.pairing.new.dossier

    def both(self, say: Callable[[Things], str]) -> Both:
        """A text in both languages, with the names of the newer version."""
        return Both(**{lang: say(self.new[lang]) for lang in LANGS})

    def case(self, at: DrawnCase) -> CaseRow:
        """A case in words."""
        library = self.pairing.new.library

        def say(things: Things) -> str:
            titles = {name: each.title.says(things.lang) or name for name, each in library.items()}
            return case_text(things, at.name, titles)

        return CaseRow(case=at.name, draw=at.draw, text=self.both(say))

    def first(self, at: DrawnCase) -> tuple[FirstRow | None, list[str]]:
        """The moment in which the versions part in a case, and what differs at its start."""
        if at not in self.parted:
            old, new = play_both(self.pairing, at.place, at.draw)
            found = parting(old, new)
            row = None
            if found is not None:
                mine, theirs = self._event(self.old, found.one), self._event(self.new, found.other)
                row = FirstRow(t_ms=found.t_ms, old=mine, new=theirs)
            self.parted[at] = row, list(different_starts(old, new))
        return self.parted[at]

    def _event(self, things: Mapping[Lang, Things], event: Event | None) -> EventRow | None:
        if event is None:
            return None
        words = {lang: event_text(_numbered(things[lang]), event) for lang in LANGS}
        return EventRow(type=event.type, data=event.data, text=Both(**words))


def _numbered(things: Things) -> Names:
    """Names with people called by their roles, and steps with their numbers."""
    names = in_roles(things.names, things.dossier)
    steps = {step.id: things.called(step.id) for _, step in things.dossier.plan.steps()}
    return replace(names, words={**names.words, **steps})


def _version(folder: CustomerFolder) -> VersionRow:
    plan = folder.dossier.plan
    return VersionRow(
        folder=folder.path.resolve().name, plan=plan.id, version=plan.version, digests=dict(folder.digests)
    )


def _conclusion(found: Comparison) -> ConclusionRow:
    whole = found.conclusion
    counts = whole.counts
    facts = {"better": counts.better, "worse": counts.worse, "mixed": counts.mixed, "all": found.cases}
    words = {lang: text(lang, f"compare-conclusion-{whole.change}", **facts) for lang in LANGS}
    return ConclusionRow(
        change=whole.change,
        severity=whole.severity,
        better=counts.better,
        worse=counts.worse,
        mixed=counts.mixed,
        unchanged=counts.unchanged,
        text=Both(**words),
    )


def _subject(told: _Told, each: SubjectAnswer) -> SubjectRow:
    return SubjectRow.model_validate(
        {
            "kind": each.kind,
            "id": each.id,
            "critical": each.critical,
            "change": each.counts.change,
            "better": each.counts.better,
            "worse": each.counts.worse,
            "mixed": each.counts.mixed,
            "unchanged": each.counts.unchanged,
            "missed_old": each.missed[0],
            "missed_new": each.missed[1],
            "harmed_old": each.harmed[0],
            "harmed_new": each.harmed[1],
            "mean_ms": each.mean_ms,
            "low_ms": each.low_ms,
            "high_ms": each.high_ms,
            "worst": each.worst and _extreme(told, each.worst),
            "best": each.best and _extreme(told, each.best),
        }
    )


def _extreme(told: _Told, each: Extreme) -> ExtremeRow:
    first, starts = told.first(each.at)
    return ExtremeRow(
        at=told.case(each.at),
        verdict_old=each.pair.verdicts[0],
        verdict_new=each.pair.verdicts[1],
        outage_old_ms=each.pair.outage_ms[0],
        outage_new_ms=each.pair.outage_ms[1],
        worse=list(each.pair.worse),
        better=list(each.pair.better),
        first=first,
        starts=starts,
        folder=told.kept.get(each.at),
    )


def _hazard(told: _Told, each: HazardAnswer) -> HazardRow:
    return HazardRow(
        hazard=each.hazard,
        parts=list(each.parts),
        more_cases=each.more_cases,
        less_cases=each.less_cases,
        first=told.case(each.first),
        text=told.both(lambda things: hazard_text(things.names, each.hazard, each.parts)),
    )


def _act(told: _Told, each: ActAnswer) -> ActRow:
    side = told.old if each.lost else told.new
    message = f"compare-act-{'' if each.lost else 'now-'}{each.how.replace('_', '-')}"

    def say(lang: Lang) -> str:
        step, to = side[lang].called(each.act.step), each.act.to
        return text(lang, message, step=step, to=side[lang].called(to) if to else "none")

    return ActRow(
        kind=each.act.kind,
        step=each.act.step,
        to=each.act.to,
        how=each.how,
        lost=each.lost,
        cases=each.cases,
        first=told.case(each.first),
        text=Both(**{lang: say(lang) for lang in LANGS}),
    )


def _weak(told: _Told, each: WeakPoint) -> WeakRow:
    side = told.new if each.new else told.old

    def say(lang: Lang) -> str:
        title = text(lang, f"finding-{each.code}-title")
        return text(lang, "compare-weak", title=title, subject=side[lang].called(each.subject))

    return WeakRow(
        code=each.code,
        subject=each.subject,
        severity=each.severity,
        new=each.new,
        cases=each.cases,
        first=each.first,
        text=Both(**{lang: say(lang) for lang in LANGS}),
    )


def _limit(told: _Told, each: LimitChange) -> LimitRow:
    def say(things: Things) -> str:
        old, new = (_limit_words(things.lang, each.what, value) for value in (each.old, each.new))
        message = f"compare-limit-{each.what.replace('_', '-')}"
        return text(things.lang, message, subject=things.called(each.subject), old=old, new=new)

    return LimitRow(subject=each.subject, what=each.what, old=each.old, new=each.new, text=told.both(say))


def _limit_words(lang: Lang, what: str, value: str) -> str:
    if not value:
        return text(lang, "compare-limit-none")
    if what == "security":
        return text(lang, "report-yes" if value == "True" else "report-no")
    return duration_text(lang, int(value))
