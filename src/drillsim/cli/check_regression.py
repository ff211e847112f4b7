"""The closed entries of the register on the screen, after they have been played again: what is back comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.cli.console import say
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.checks import RegressionDocument, RegressionRow

_MARKS = {"back": "✘", "unknown": "?", "holds": "✔"}


def say_regression(document: RegressionDocument, lang: Lang) -> None:
    """Print how many hold, are back, or cannot be told, and each of them."""
    counts = {outcome: sum(row.outcome == outcome for row in document.played) for outcome in _MARKS}
    say(
        "",
        text(
            lang, "cli-regression",
            n=len(document.played), back=counts["back"], unknown=counts["unknown"], holds=counts["holds"],
            left=document.not_closed,
        ),
        *(_line(row, lang) for outcome in _MARKS for row in document.played if row.outcome == outcome),
    )  # fmt: skip
    if document.written:
        say(text(lang, "cli-regression-written", file=next(row.file for row in document.played)))


def _line(row: RegressionRow, lang: Lang) -> str:
    worth = f" [{row.severity}]" if row.severity else ""
    changed = text(lang, "cli-regression-status", before=row.before, after=row.after) if row.before != row.after else ""
    where = f"{row.file}:{row.line}: {row.number}"
    return " ".join(part for part in (f"  {_MARKS[row.outcome]} {where}:", row.text + worth, changed) if part)
