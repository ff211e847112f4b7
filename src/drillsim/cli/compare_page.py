"""A comparison on the screen: the conclusion, what is worse and better, acts lost, where the versions part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.comparison import ComparisonPage, SubjectLine

MOST_SUBJECTS, MOST_LINES, MOST_PARTINGS, MOST_ALIKE = 14, 8, 6, 4
_COLUMNS = ("change", "name", "cases", "missed", "mean", "interval")


def say_comparison(page: ComparisonPage, path: Path) -> None:
    """The comparison whose files lie in `path`, in the page's language."""
    lang = page.lang
    say("", page.title, *([page.edition] if page.edition else []), page.conclusion, "")
    if page.subjects:
        heads = [text(lang, f"compare-column-{name}") for name in _COLUMNS]
        say_table(heads, [_row(line) for line in page.subjects[:MOST_SUBJECTS]], narrow=(0,))
    _more(len(page.subjects) - MOST_SUBJECTS, lang)
    if page.same:
        say(page.same)
    _listed("compare-lost", page.lost, lang)
    _listed("compare-gained", page.gained, lang)
    say("", page.kept)
    _partings(page)
    _listed("compare-weak-new", page.weak_new, lang)
    _listed("compare-weak-gone", page.weak_gone, lang)
    _listed("compare-not-compared", page.not_compared, lang)
    say("", page.played)
    say(text(lang, "compare-lies", path=path.as_posix()))


def _row(line: SubjectLine) -> tuple[str, ...]:
    return f"{line.mark} {line.word}", line.name, line.cases, line.missed, line.mean, line.interval


def _partings(page: ComparisonPage) -> None:
    if not page.partings:
        return
    say("", text(page.lang, "compare-partings"))
    for each in page.partings[:MOST_PARTINGS]:
        subjects = each.subjects[:MOST_ALIKE]
        say(f" - {each.case}", *(f"   {line}" for line in subjects))
        if len(each.subjects) > MOST_ALIKE:
            say("   " + text(page.lang, "compare-more", n=len(each.subjects) - MOST_ALIKE))
        say(f"   {each.first}", *([f"   {each.kept}"] if each.kept else []))
    _more(len(page.partings) - MOST_PARTINGS, page.lang)


def _listed(heading: str, lines: Sequence[str], lang: Lang) -> None:
    if not lines:
        return
    say("", text(lang, heading, n=len(lines)), *(f" - {line}" for line in lines[:MOST_LINES]))
    _more(len(lines) - MOST_LINES, lang)


def _more(left: int, lang: Lang) -> None:
    if left > 0:
        say(" - " + text(lang, "compare-more", n=left))
