"""A comparison in words of one language: what the page for the meeting and the screen are filled with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drillsim.documents.comparison.build import names_of_both
from drillsim.documents.comparison.document import CompareDocument, ExtremeRow, SubjectRow, VersionRow
from drillsim.documents.names import Names
from drillsim.documents.run_document import said
from drillsim.schema import Compiled
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.units import format_clock

MARKS = {"better": "↑", "worse": "↓", "mixed": "↕", "unchanged": "="}
_ORDER = ("worse", "mixed", "better", "unchanged")
MOST_NAMED, MOST_SAME = 3, 8


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """One load or function that both versions protect."""

    change: str
    """better, worse, mixed or unchanged."""
    mark: str
    word: str
    name: str
    """Its name, with its id."""
    kind: str
    """Load or function, safety-critical or not, in words."""
    cases: str
    """Cases better, worse, both and unchanged, in words."""
    counts: tuple[int, int, int, int]
    """The same in that order."""
    missed: str
    mean: str
    interval: str


@dataclass(frozen=True, slots=True)
class PartingLine:
    """A case in which loads and functions differ most, and the first event that differs in it."""

    case: str
    """The case in words, with the way in which things differ most."""
    subjects: tuple[str, ...]
    """Loads and functions with verdict and interruption in both versions, those that differ alike in one line."""
    first: str
    folder: str
    """Folder of both runs, below the comparison's; empty where they are not kept."""
    kept: str
    """The same in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """Everything a page says of a comparison."""

    lang: Lang
    title: str
    versions: tuple[tuple[str, str], ...]
    """Both versions: old and new in words, folder with number and plan."""
    edition: str
    """The edition on whose days the cases are, in words; empty for the plan as it always holds."""
    change: str
    """better, worse, mixed or unchanged."""
    conclusion: str
    subjects: tuple[SubjectLine, ...]
    """Those that differ: what got worse first, safety-critical ones first among them."""
    same: str
    """Loads and functions that do not differ, in one sentence; empty where all do."""
    unchanged: tuple[SubjectLine, ...]
    lost: tuple[str, ...]
    """Harms, hazards and lost acts, reports and warnings."""
    gained: tuple[str, ...]
    kept: str
    """Acts, reports and warnings kept, counted."""
    partings: tuple[PartingLine, ...]
    weak_new: tuple[str, ...]
    weak_gone: tuple[str, ...]
    not_compared: tuple[str, ...]
    played: str
    """Cases, draws and runs."""
    files: tuple[tuple[str, str, str], ...]
    """Digests of the files: name, old, new."""

    @property
    def tone(self) -> str:
        """The class of the conclusion's colour."""
        return {"better": "met", "unchanged": "open"}.get(self.change, "missed")


def comparison_page(
    document: CompareDocument, old: Compiled, new: Compiled, lang: Lang, *, paths: tuple[str, str] = ("", "")
) -> ComparisonPage:
    """The page of a comparison of `old` and `new` in `lang`; `paths` of both stand for their folders' names where these
    are alike."""
    names = names_of_both(old, new, lang)
    alike = document.old.folder == document.new.folder
    called = [
        _called(row, path if alike else "") for row, path in zip((document.old, document.new), paths, strict=True)
    ]
    order = sorted(document.subjects, key=lambda row: _ORDER.index(row.change))
    lost, gained = _changes(document, names)
    digests = [row.digests for row in (document.old, document.new)]
    return ComparisonPage(
        lang=lang,
        title=text(lang, "compare-title", customer=new.customer.name.says(lang), old=called[0], new=called[1]),
        versions=tuple(
            (text(lang, f"compare-version-{side}"), text(lang, "compare-version", called=name, plan=row.plan))
            for side, name, row in zip(("old", "new"), called, (document.old, document.new), strict=True)
        ),
        edition=text(lang, "revise-edition", edition=document.edition) if document.edition else "",
        change=document.conclusion.change,
        conclusion=said(document.conclusion.text, lang),
        subjects=tuple(_subject(row, names) for row in order if row.change != "unchanged"),
        same=_same(document, names),
        unchanged=tuple(_subject(row, names) for row in order if row.change == "unchanged"),
        lost=tuple(lost),
        gained=tuple(gained),
        kept=text(
            lang, "compare-kept", acts=document.kept.acts, reports=document.kept.reports,
            warnings=document.kept.warnings,
        ),
        partings=tuple(_partings(document, names)),
        weak_new=tuple(_weak(document, lang, new=True)),
        weak_gone=tuple(_weak(document, lang, new=False)),
        not_compared=tuple(_not_compared(document, names)),
        played=text(
            lang, "compare-played", cases=document.cases, draws=document.draws, runs=document.runs,
            left_out=document.left_out, seed=document.seed,
        ),
        files=tuple(
            (name, digests[0].get(name, "—")[:16], digests[1].get(name, "—")[:16])
            for name in dict.fromkeys((*digests[0], *digests[1]))
        ),
    )  # fmt: skip


def _called(row: VersionRow, path: str) -> str:
    """Return what a version is called: its folder, by the whole path where both have one name, and its own number."""
    folder = path or row.folder
    return f"{folder} ({row.version})" if row.version != folder else folder


def _subject(row: SubjectRow, names: Names) -> SubjectLine:
    lang = names.lang
    interval = "—" if row.low_ms is None or row.high_ms is None else text(
        lang, "compare-interval", low=_signed(lang, row.low_ms), high=_signed(lang, row.high_ms)
    )  # fmt: skip
    return SubjectLine(
        change=row.change,
        mark=MARKS[row.change],
        word=text(lang, f"compare-change-{row.change}"),
        name=names.with_id(row.id),
        kind=text(lang, "compare-kind", kind=row.kind, critical="yes" if row.critical else "no"),
        cases=text(
            lang, "compare-cases", better=row.better, worse=row.worse, mixed=row.mixed, same=row.unchanged
        ),
        counts=(row.better, row.worse, row.mixed, row.unchanged),
        missed=f"{row.missed_old} → {row.missed_new}",
        mean=_signed(lang, row.mean_ms),
        interval=interval,
    )  # fmt: skip


def _same(document: CompareDocument, names: Names) -> str:
    same = [names.of(row.id) for row in document.subjects if row.change == "unchanged"]
    if not same:
        return ""
    more = text(names.lang, "report-and-more", n=len(same)) if len(same) > MOST_SAME else ""
    shown = list_text(names.lang, same[:MOST_SAME])
    return text(names.lang, "compare-subjects-same", n=len(same), names=shown + more)


def _signed(lang: Lang, ms: float) -> str:
    """A difference of times in words, with its sign."""
    whole = round(ms)
    return duration_text(lang, 0) if not whole else ("+" if whole > 0 else "−") + duration_text(lang, abs(whole))


def _changes(document: CompareDocument, names: Names) -> tuple[list[str], list[str]]:
    """Lines of what is worse, and of what is better, beside loads and functions: harms, hazards, acts."""
    lang = names.lang
    worse = [
        text(lang, "compare-harm-more", name=names.of(row.id), n=row.harmed_new)
        for row in document.subjects
        if row.harmed_new
    ]
    better = [
        text(lang, "compare-harm-less", name=names.of(row.id), n=row.harmed_old)
        for row in document.subjects
        if row.harmed_old and not row.harmed_new
    ]
    for hazard in document.hazards:
        for many, lines in ((hazard.more_cases, worse), (hazard.less_cases, better)):
            if many:
                lines.append(text(lang, "compare-hazard", what=said(hazard.text, lang), n=many))
    for act in document.acts:
        line = text(lang, "compare-act", what=said(act.text, lang), n=act.cases, case=said(act.first.text, lang))
        (worse if act.lost else better).append(line)
    return worse, better


def _partings(document: CompareDocument, names: Names) -> Iterable[PartingLine]:
    """Yield the cases in which something differs most, what got worse first."""
    found: dict[tuple[str, str, int], list[tuple[str, ExtremeRow]]] = {}
    for row in document.subjects:
        for each, way in ((row.worst, "worse"), (row.best, "better")):
            if each is not None:
                found.setdefault((way, each.at.case, each.at.draw), []).append((names.of(row.id), each))
    for (way, _, _), rows in sorted(found.items(), key=lambda one: one[0][0] == "better"):
        each = rows[0][1]
        yield PartingLine(
            case=text(names.lang, f"compare-extreme-{way}", case=said(each.at.text, names.lang)),
            subjects=tuple(_extremes(rows, way, names.lang)),
            first=_first(each, names.lang),
            folder=each.folder or "",
            kept=text(names.lang, "compare-folder", folder=each.folder) if each.folder and each.first else "",
        )


def _extremes(rows: Iterable[tuple[str, ExtremeRow]], way: str, lang: Lang) -> Iterable[str]:
    """Yield loads and functions with what is otherwise in one case, those that differ alike in one line."""
    alike: dict[str, list[str]] = {}
    for name, each in rows:
        verdicts = [text(lang, f"report-verdict-{v.replace('_', '-')}") for v in (each.verdict_old, each.verdict_new)]
        times = [duration_text(lang, ms) for ms in (each.outage_old_ms, each.outage_new_ms)]
        told = f"{verdicts[0]} {times[0]} → {verdicts[1]} {times[1]}{_why(each, way, lang)}"
        alike.setdefault(told, []).append(name)
    for told, subjects in alike.items():
        more = text(lang, "report-and-more", n=len(subjects)) if len(subjects) > MOST_NAMED else ""
        yield text(lang, "compare-extreme", names=list_text(lang, subjects[:MOST_NAMED]) + more, told=told)


def _why(each: ExtremeRow, way: str, lang: Lang) -> str:
    """Say that own supply is the reason where verdict and interruption do not show it."""
    return text(lang, f"compare-lasts-{way}") if "endurance" in (each.worse if way == "worse" else each.better) else ""


def _first(each: ExtremeRow, lang: Lang) -> str:
    """The first event that differs, as it is in either version."""
    first = each.first
    if first is None:
        return text(lang, "compare-first-none")
    old, new = (said(event.text, lang) if event else text(lang, "compare-nothing") for event in (first.old, first.new))
    return text(lang, "compare-first", time=format_clock(first.t_ms // 1_000 * 1_000), old=old, new=new)


def _weak(document: CompareDocument, lang: Lang, *, new: bool) -> Iterable[str]:
    return (f"[{row.severity}] {row.code} {said(row.text, lang)}" for row in document.weak_points if row.new is new)


def _not_compared(document: CompareDocument, names: Names) -> list[str]:
    lang = names.lang
    found = [text(lang, f"compare-only-{side}", names=list_text(lang, [names.of(each) for each in ids]))
             for side, ids in (("old", document.only_old), ("new", document.only_new)) if ids]  # fmt: skip
    found += [said(row.text, lang) for row in document.limits]
    for by in ("old", "new"):
        scenarios = [row.scenario for row in document.only_played if row.by == by]
        found += [text(lang, f"compare-played-{by}", names=list_text(lang, scenarios))] if scenarios else []
    none = sum(row.by == "none" for row in document.only_played)
    found += [text(lang, "compare-played-none", n=none)] if none else []
    if document.failures_left_out:
        found.append(text(lang, "compare-failures-left-out", n=document.failures_left_out))
    if document.failed:
        found.append(text(lang, "compare-failed", n=len(document.failed), case=document.failed[0].case))
    return found
