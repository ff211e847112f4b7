"""Page one on the screen: conclusion, lights, the worst weak points, the costliest wait, what was not tested."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.report import Report

MOST_WEAK_POINTS = 5
MOST_NOT_TESTED = 6


def say_page_one(report: Report, path: Path, lang: Lang) -> None:
    """Page one of `report`, whose documents lie in `path`."""
    say("", text(lang, "cli-run-title", customer=report.customer, scenario=report.scenario), report.start)
    say(*([report.warning] if report.warning else []), *report.conclusion, "")
    _lights(report, lang)
    _weak_points(report, lang)
    _costliest(report, lang)
    _not_tested(report, lang)
    say("", text(lang, "cli-report-lies", path=(path / "report.html").as_posix()))


def _lights(report: Report, lang: Lang) -> None:
    if not report.lights:
        return
    headers = [text(lang, f"report-column-{name}") for name in ("verdict", "name", "limit", "outage", "endurance")]
    rows = [
        (f"{light.mark} {light.word}", _named(light.name, light.id), light.limit, light.outage, light.endurance or "—")
        for light in report.lights
    ]
    say_table(headers, rows, narrow=(0,))


def _named(name: str, id_: str) -> str:
    return name if name == id_ else f"{name} ({id_})"


def _weak_points(report: Report, lang: Lang) -> None:
    say(
        "",
        text(lang, "cli-weak-points", shown=min(MOST_WEAK_POINTS, len(report.weak_points)), n=len(report.weak_points)),
    )
    for point in report.weak_points[:MOST_WEAK_POINTS]:
        say(f" {point.number}. [{point.severity}] {point.code} {point.title} · {point.clause}", f"    {point.text}")
        if point.change:
            say(f"    {point.change_word}{text(lang, 'cli-colon')}{point.change} {point.gain}".rstrip())


def _costliest(report: Report, lang: Lang) -> None:
    wait = report.costliest
    if wait is None:
        say("", report.costliest_note or text(lang, "cli-no-wait"))
        return
    say(
        "",
        text(
            lang, "cli-costliest", step=wait.step, what=wait.text, clause=wait.clause, reason=wait.reason, on=wait.on,
            ms=wait.ms, cost=wait.cost,
        ),
    )  # fmt: skip


def _not_tested(report: Report, lang: Lang) -> None:
    say("", text(lang, "cli-not-tested"))
    shown = report.not_tested[:MOST_NOT_TESTED]
    say(*(f" - {line}" for line in shown))
    if len(report.not_tested) > len(shown):
        say(" - " + text(lang, "cli-more", n=len(report.not_tested) - len(shown)))
