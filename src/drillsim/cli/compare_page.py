"""A comparison on the screen: the conclusion, what is worse and better, acts lost, where the versions part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.documents import said
from drillsim.documents.comparison import Names, names_of_both
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.units import format_clock

if TYPE_CHECKING:
    from drillsim.documents.comparison import CompareDocument, ExtremeRow, SubjectRow, VersionRow
    from drillsim.files import CustomerFolder

MOST_SUBJECTS, MOST_LINES, MOST_PARTINGS, MOST_NAMED = 14, 8, 6, 3
MARKS = {"better": "↑", "worse": "↓", "mixed": "↕", "unchanged": "="}
_COLUMNS = ("change", "name", "cases", "missed", "mean", "interval")


def say_comparison(
    document: CompareDocument, versions: tuple[CustomerFolder, CustomerFolder], path: Path, lang: Lang
) -> None:
    """The comparison of two `versions`, whose files lie in `path`, in `lang`."""
    old, new = (each.dossier for each in versions)
    names = names_of_both(old, new, lang)
    alike = document.old.folder == document.new.folder
    rows = (document.old, document.new)
    called = [_called(row, each, by_path=alike) for row, each in zip(rows, versions, strict=True)]
    title = text(
        lang, "compare-title", customer=new.customer.name.says(lang), old=called[0], new=called[1],
    )  # fmt: skip
    say("", title, said(document.conclusion.text, lang), "")
    _subjects(document, names)
    _changes(document, names)
    _partings(document, names)
    _listed("compare-weak-new", [_weak(row.severity, row.code, said(row.text, lang))
                                 for row in document.weak_points if row.new], lang)  # fmt: skip
    _listed("compare-weak-gone", [_weak(row.severity, row.code, said(row.text, lang))
                                  for row in document.weak_points if not row.new], lang)  # fmt: skip
    _listed("compare-not-compared", _not_compared(document, names), lang)
    say("", text(lang, "compare-played", cases=document.cases, draws=document.draws, runs=document.runs,
                 left_out=document.left_out, seed=document.seed))  # fmt: skip
    say(text(lang, "compare-lies", path=path.as_posix()))


def _called(row: VersionRow, version: CustomerFolder, *, by_path: bool) -> str:
    """Return what a version is called: its folder, by the whole path where both have one name, and its own number."""
    folder = version.path.as_posix() if by_path else row.folder
    return f"{folder} ({row.version})" if row.version != folder else folder


def _subjects(document: CompareDocument, names: Names) -> None:
    lang = names.lang
    differing = [row for row in document.subjects if row.change != "unchanged"]
    shown = differing[:MOST_SUBJECTS]
    if shown:
        say_table([text(lang, f"compare-column-{name}") for name in _COLUMNS], [_row(row, names) for row in shown],
                  narrow=(0,))  # fmt: skip
    _more(len(differing) - len(shown), lang)
    same = [names.of(row.id) for row in document.subjects if row.change == "unchanged"]
    if same:
        shown_names = list_text(lang, same[:MOST_LINES])
        more = text(lang, "report-and-more", n=len(same)) if len(same) > MOST_LINES else ""
        say(text(lang, "compare-subjects-same", n=len(same), names=shown_names + more))


def _row(row: SubjectRow, names: Names) -> tuple[str, ...]:
    lang = names.lang
    cases = text(lang, "compare-cases", better=row.better, worse=row.worse, mixed=row.mixed, same=row.unchanged)
    interval = "—" if row.low_ms is None or row.high_ms is None else text(
        lang, "compare-interval", low=_signed(lang, row.low_ms), high=_signed(lang, row.high_ms)
    )  # fmt: skip
    word = f"{MARKS[row.change]} {text(lang, f'compare-change-{row.change}')}"
    return (
        word,
        names.with_id(row.id),
        cases,
        f"{row.missed_old} → {row.missed_new}",
        _signed(lang, row.mean_ms),
        interval,
    )


def _signed(lang: Lang, ms: float) -> str:
    """A difference of times in words, with its sign."""
    whole = round(ms)
    return duration_text(lang, 0) if not whole else ("+" if whole > 0 else "−") + duration_text(lang, abs(whole))


def _changes(document: CompareDocument, names: Names) -> None:
    lang = names.lang
    harms = [(row, n) for row in document.subjects for n in (row.harmed_new,) if n]
    gone = [row for row in document.subjects if row.harmed_old and not row.harmed_new]
    worse = [text(lang, "compare-harm-more", name=names.of(row.id), n=n) for row, n in harms]
    better = [text(lang, "compare-harm-less", name=names.of(row.id), n=row.harmed_old) for row in gone]
    for row in document.hazards:
        for many, lines in ((row.more_cases, worse), (row.less_cases, better)):
            if many:
                lines.append(text(lang, "compare-hazard", what=said(row.text, lang), n=many))
    for act in document.acts:
        line = text(lang, "compare-act", what=said(act.text, lang), n=act.cases, case=said(act.first.text, lang))
        (worse if act.lost else better).append(line)
    _listed("compare-lost", worse, lang)
    _listed("compare-gained", better, lang)
    kept = document.kept
    say("", text(lang, "compare-kept", acts=kept.acts, reports=kept.reports, warnings=kept.warnings))


def _partings(document: CompareDocument, names: Names) -> None:
    """The cases in which something differs most, each once with the loads and functions that differ alike in it."""
    lang = names.lang
    found: dict[str, tuple[list[str], str, ExtremeRow]] = {}
    for row in document.subjects:
        for each, way in ((row.worst, "worse"), (row.best, "better")):
            if each is not None:
                alike = f"{way} {_extreme(each, lang)}"
                found.setdefault(alike, ([], way, each))[0].append(names.of(row.id))
    if not found:
        return
    say("", text(lang, "compare-partings"))
    shown = sorted(found.values(), key=lambda each: each[1] == "better")
    for subjects, way, each in shown[:MOST_PARTINGS]:
        more = text(lang, "report-and-more", n=len(subjects)) if len(subjects) > MOST_NAMED else ""
        named = list_text(lang, subjects[:MOST_NAMED]) + more
        told = text(lang, f"compare-extreme-{way}", names=named, **_extreme(each, lang))
        say(f" - {told}{_why(each, way, lang)}", *_first(each, lang))
    _more(len(found) - MOST_PARTINGS, lang)


def _extreme(each: ExtremeRow, lang: Lang) -> dict[str, str]:
    verdicts = [text(lang, f"report-verdict-{v.replace('_', '-')}") for v in (each.verdict_old, each.verdict_new)]
    times = [duration_text(lang, ms) for ms in (each.outage_old_ms, each.outage_new_ms)]
    return {
        "case": said(each.at.text, lang), "old": f"{verdicts[0]} {times[0]}", "new": f"{verdicts[1]} {times[1]}"
    }  # fmt: skip


def _why(each: ExtremeRow, way: str, lang: Lang) -> str:
    """Say that own supply is the reason where verdict and interruption do not show it."""
    return text(lang, f"compare-lasts-{way}") if "endurance" in (each.worse if way == "worse" else each.better) else ""


def _first(each: ExtremeRow, lang: Lang) -> list[str]:
    first = each.first
    if first is None:
        return [f"   {text(lang, 'compare-first-none')}"]
    old, new = (said(event.text, lang) if event else text(lang, "compare-nothing") for event in (first.old, first.new))
    time = format_clock(first.t_ms // 1_000 * 1_000)
    folder = [f"   {text(lang, 'compare-folder', folder=each.folder)}"] if each.folder else []
    return [f"   {text(lang, 'compare-first', time=time, old=old, new=new)}", *folder]


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


def _weak(severity: str, code: str, words: str) -> str:
    return f"[{severity}] {code} {words}"


def _listed(heading: str, lines: list[str], lang: Lang) -> None:
    if not lines:
        return
    say("", text(lang, heading, n=len(lines)), *(f" - {line}" for line in lines[:MOST_LINES]))
    _more(len(lines) - MOST_LINES, lang)


def _more(left: int, lang: Lang) -> None:
    if left > 0:
        say(" - " + text(lang, "compare-more", n=left))
