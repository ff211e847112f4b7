"""The words of `drillsim import`: what a workbook changed, and what is wrong with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drillsim.cli.console import complain, say
from drillsim.errors import Problem
from drillsim.texts import Lang, problem_line, text

if TYPE_CHECKING:
    from drillsim.use.bring_back import BroughtBack
    from drillsim.use.workbook import Imported


def files_document(done: Imported) -> dict[str, Any]:
    """Return what `--json` prints of a customer's workbook, or a list of injects."""
    changes = [
        {"what": each.what, "sheet": each.section, "id": each.key[-1], "row": each.line, "fields": list(each.fields)}
        for each in done.changes
    ]
    return {
        "format": 1,
        "written": done.written,
        "files": done.files,
        "changes": changes,
        "moved": done.moved,
        "still_approved": done.still_approved,
    }


def say_files(done: Imported, lang: Lang, *, dry_run: bool) -> None:
    """Say which rows changed which files."""
    for each in done.changes:
        key = " ".join([*each.key, *(f"{name};" for name in each.fields)]).rstrip(";")
        say(text(lang, "cli-import-change", what=each.what, section=each.section, key=key))
    counts = {what: sum(each.what == what for each in done.changes) for what in ("changed", "added", "removed")}
    told = "dry" if dry_run else "yes"
    files = ", ".join(done.files) or "–"
    say(text(lang, "cli-import-customer", changes=len(done.changes), written=told, files=files, **counts))
    if done.moved:
        complain(text(lang, "cli-import-moved", sheets=", ".join(done.moved)))
    if done.still_approved:
        complain(text(lang, "cli-import-approved"))


def list_document(found: BroughtBack, lang: Lang) -> dict[str, Any]:
    """Return what `--json` prints of an improvement list."""
    rows = [
        {
            "row": each.line, "entry": each.number, "about": each.about, "entered": each.entered,
            "changes": [{"field": name, "before": old, "after": new} for name, old, new in each.changes],
        }
        for each in found.rows
    ]  # fmt: skip
    return {
        "format": 1, "file": found.file, "written": found.written, "rows": rows, "unchanged": found.unchanged,
        "gone": found.gone, "problems": [_problem(each, lang) for each in found.problems],
    }  # fmt: skip


def _problem(each: Problem, lang: Lang) -> dict[str, Any]:
    from drillsim.cli.failure import problem_row

    return problem_row(each, problem_line(lang, each))


def say_list(found: BroughtBack, lang: Lang, *, dry_run: bool) -> None:
    """Say which rows were taken, and what is wrong with the others."""
    for each in found.rows:
        changes = "; ".join(f"{name}: {old or '–'} → {new or '–'}" for name, old, new in each.changes)
        say(text(lang, "cli-import-row", row=each.line, entry=each.number, about=each.about, changes=changes))
    complain(*(problem_line(lang, each) for each in found.problems))
    told = "dry" if dry_run else "yes" if found.written else "no"
    say(
        text(
            lang, "cli-import-done", taken=len(found.rows), wrong=len({each.line for each in found.problems}),
            unchanged=found.unchanged, gone=found.gone, file=found.file, written=told,
        )
    )  # fmt: skip
