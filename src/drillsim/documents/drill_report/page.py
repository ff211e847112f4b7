"""The document of a drill as Markdown and as one self-contained HTML page: no script, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drillsim.documents.drill_report.document import DrillDocument
from drillsim.documents.layout import in_language, style, template
from drillsim.documents.run_document import Said, said
from drillsim.texts import Lang, duration_text, text


def drill_html(document: DrillDocument, lang: Lang) -> str:
    """The page, as text."""
    from markupsafe import Markup

    found = {"css": Markup(style()), **in_language(lang), **drill_values(document, lang)}  # our own style sheet
    return template("hotwash.html.j2").render(**found).rstrip() + "\n"


def drill_markdown(document: DrillDocument, lang: Lang) -> str:
    """The page, as text."""
    body = template("hotwash.md.j2").render(**{**in_language(lang), **drill_values(document, lang)})
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def drill_values(document: DrillDocument, lang: Lang) -> Mapping[str, Any]:
    """Return the values a template of a drill is filled with."""

    def say(value: Said) -> str:
        return said(value, lang)

    return {
        "doc": document, "say": say, "at": clock, "mark_between": text(lang, "quantity-list-mark"),
        "h": lambda name, /, **facts: text(lang, f"hotwash-{name}", **facts),
        "ending": lambda how: text(lang, f"session-ending-{how}") if how != "open" else text(lang, "hotwash-open"),
        "part": lambda name: text(lang, f"session-part-{name}"),
        "ms": lambda ms: "—" if ms is None else duration_text(lang, ms),
    }  # fmt: skip


def clock(ms: int | None) -> str:
    """A scenario time: `T+1:02:03`; empty for none."""
    if ms is None:
        return ""
    seconds = abs(ms) // 1000
    return f"T{'-' if ms < 0 else '+'}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
