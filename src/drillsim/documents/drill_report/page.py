"""The document of a drill as Markdown and as one self-contained HTML page: no script, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drillsim.documents.drill_report.document import DrillDocument
from drillsim.documents.html import style
from drillsim.documents.layout import in_language, template
from drillsim.documents.run_document import Said, said
from drillsim.texts import Lang, duration_text, text


def drill_html(document: DrillDocument, lang: Lang) -> str:
    """The page, as text."""
    from markupsafe import Markup

    return template("hotwash.html.j2").render(css=Markup(style()), **values(document, lang)).rstrip() + "\n"  # our own


def drill_markdown(document: DrillDocument, lang: Lang) -> str:
    """The page, as text."""
    body = template("hotwash.md.j2").render(**values(document, lang))
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def values(document: DrillDocument, lang: Lang) -> Mapping[str, Any]:
    """Return the values a template of a drill is filled with."""

    def say(value: Said) -> str:
        return said(value, lang)

    return {
        "d": document, **in_language(lang), "say": say, "clock": clock,
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
