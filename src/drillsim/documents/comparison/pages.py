"""A comparison as Markdown and as one self-contained HTML page, whose first printed page is for the meeting.

The page links to the run folders of the cases kept, by paths below its own folder; it fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from drillsim.documents.comparison.page import ComparisonPage
from drillsim.documents.layout import DENSE, ROOMY, in_language, style, template
from drillsim.documents.pictures.measure import em_width
from drillsim.texts import text

MOST_SUBJECTS, MOST_LINES, MOST_PARTINGS, MOST_ALIKE, MOST_NOT_COMPARED = 10, 4, 2, 2, 3
"""Lines of page one."""
_COLUMNS = (
    "column-change", "column-name", "change-better", "change-worse", "change-mixed", "change-unchanged",
    "column-missed", "column-mean", "column-interval",
)  # fmt: skip


def comparison_html(page: ComparisonPage) -> str:
    """The page, as text."""
    from markupsafe import Markup

    return template("compare.html.j2").render(css=Markup(style()), **_values(page)).rstrip() + "\n"


def comparison_markdown(page: ComparisonPage) -> str:
    """The page, as text."""
    return re.sub(r"\n{3,}", "\n\n", template("compare.md.j2").render(**_values(page))).strip() + "\n"


def _values(page: ComparisonPage) -> dict[str, object]:
    return {
        "p": page,
        **in_language(page.lang),
        "c": lambda name, /, **facts: text(page.lang, f"compare-{name}", **facts),
        "density": _density(page),
        "columns": [text(page.lang, f"compare-{name}") for name in _COLUMNS],
        "most_subjects": MOST_SUBJECTS,
        "most_lines": MOST_LINES,
        "most_partings": MOST_PARTINGS,
        "most_alike": MOST_ALIKE,
        "most_not_compared": MOST_NOT_COMPARED,
    }


def _density(page: ComparisonPage) -> str:
    """Return the class for the text size of page one that keeps it one page: empty, `dense` or `denser`."""
    lines = sum(ceil(em_width(words) / 55) for words in _page_one_words(page))
    return "" if lines <= ROOMY else "dense" if lines <= DENSE else "denser"


def _page_one_words(page: ComparisonPage) -> Iterator[str]:
    """Roughly every paragraph of page one; a line of the table takes two of text."""
    yield from (page.title, page.conclusion, page.same, page.kept, page.played, "-", "-")
    for _ in page.subjects[:MOST_SUBJECTS]:
        yield from ("-", "-")
    for lines in (page.lost, page.gained, page.not_compared):
        yield from ("-", *lines[:MOST_LINES])
    for each in page.partings[:MOST_PARTINGS]:
        yield from (each.case, *each.subjects[:MOST_ALIKE], each.first)
