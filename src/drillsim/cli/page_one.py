"""Page one on the screen: conclusion, lights, the worst weak points, the costliest wait, what was not tested."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.texts import Lang, duration_text, text

if TYPE_CHECKING:
    from drillsim.documents import JudgedRow, Light, Report, RunDocument, WeakPoint

MOST_NOT_TESTED = 6


def say_page_one(report: Report, document: RunDocument, path: Path, lang: Lang, *, later: bool = False) -> None:
    """Page one of `report` about `document`, whose files lie in `path`; `later`: it is still to be played again, and
    what waits cost and what changes help is said then."""
    say("", text(lang, "cli-run-title", customer=report.customer, scenario=report.scenario), report.start)
    say(*([report.warning] if report.warning else []), *report.conclusion, "")
    _lights(report, document, lang)
    _weak_points(report, lang)
    if not later:
        _costliest(report, lang)
    _not_tested(report, lang)
    say("", text(lang, "cli-report-lies", path=(path / "report.html").as_posix()))
    sys.stdout.flush()


def say_proved(report: Report, path: Path, lang: Lang) -> None:
    """Say what playing the run again has shown: the changes to make first, the weak points, and the costliest wait."""
    say("", text(lang, "cli-proved"), *report.conclusion[1:])
    _first(report, lang)
    say("", text(lang, "cli-weak-points", shown=len(report.top), n=len(report.weak_points)))
    for number, point in enumerate(report.top, start=1):
        say(f" {number}. [{point.severity}] {point.code} {point.title} · {point.clause}")
        _change(point, lang)
    _costliest(report, lang)
    say("", text(lang, "cli-report-lies", path=(path / "report.html").as_posix()))


def _first(report: Report, lang: Lang) -> None:
    if not any(change.verdict != "rejected" for change in report.changes):
        return
    say("", text(lang, "cli-first" if report.first else "cli-first-none"))
    for number, change in enumerate(report.first, start=1):
        say(f" {number}. {change.clause} · {change.owner}{text(lang, 'cli-colon')}{change.new}", f"    {change.gain}")
    more = sum(change.verdict == "untested" for change in report.changes)
    say(*([text(lang, "cli-discussed", n=more)] if more else []))


def _lights(report: Report, document: RunDocument, lang: Lang) -> None:
    if not report.lights:
        return
    judged = {row.id: row for row in (*document.loads, *document.functions)}
    headers = [text(lang, f"report-column-{name}") for name in ("verdict", "name", "limit", "outage", "endurance")]
    rows = [
        (f"{light.mark} {light.word}", _named(light.name, light.id), light.limit, light.outage,
         _endurance(light, judged[light.id], lang))
        for light in report.lights
    ]  # fmt: skip
    say_table(headers, rows, narrow=(0,))


def _endurance(light: Light, row: JudgedRow, lang: Lang) -> str:
    if row.endurance is None:
        return "—"
    word = text(lang, f"report-verdict-{row.endurance.verdict.replace('_', '-')}")
    lasts = "" if row.endurance.lasts_ms is None else duration_text(lang, row.endurance.lasts_ms)
    return f"{light.endurance_mark} {word} {lasts}".rstrip()


def _named(name: str, id_: str) -> str:
    return name if name == id_ else f"{name} ({id_})"


def _weak_points(report: Report, lang: Lang) -> None:
    say("", text(lang, "cli-weak-points", shown=len(report.top), n=len(report.weak_points)))
    for number, point in enumerate(report.top, start=1):
        say(f" {number}. [{point.grade}] {point.code} {point.title} · {point.clause}", f"    {point.text}")
        say(*([f"    └ {point.under}"] if point.under else []))
        _change(point, lang)


def _change(point: WeakPoint, lang: Lang) -> None:
    if point.change_number:
        say(f"    {text(lang, 'report-first-see', n=point.change_number)}")
    elif point.change:
        say(f"    {point.change_word}{text(lang, 'cli-colon')}{point.change} {point.gain}".rstrip())


def _costliest(report: Report, lang: Lang) -> None:
    wait = report.costliest
    if wait is None:
        say("", report.costliest_note or text(lang, "cli-no-wait"))
        return
    words = text(
        lang, "cli-costliest", step=wait.step, what=wait.text, clause=wait.clause, reason=wait.reason, on=wait.on,
        ms=wait.ms, cost=wait.cost,
    )  # fmt: skip
    say("", words)
    if wait.answer:
        say(f"    {wait.answer}")


def _not_tested(report: Report, lang: Lang) -> None:
    say("", text(lang, "cli-not-tested"))
    shown = report.not_tested[:MOST_NOT_TESTED]
    say(*(f" - {line}" for line in shown))
    if len(report.not_tested) > len(shown):
        say(" - " + text(lang, "cli-more", n=len(report.not_tested) - len(shown)))
