"""The report as one self-contained HTML page: no script, no external reference, everything escaped.

The page carries its own content-security policy, so even a browser that would like to fetch something must not.
Printed on A4, page one is page one.
"""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

from drillsim.documents.layout import page, template
from drillsim.documents.report import Report

BROAD, SHORT = 0.72, 0.4
"""Height over width below which a picture reads better on a landscape page, and leaves room for another there."""


def html_page(report: Report) -> str:
    """The page, as text."""
    from markupsafe import Markup

    pictures = {name: Markup(svg) for name, svg in report.pictures.items()}  # our own drawing, its texts escaped there
    shapes = {name: (_shape(svg), _width(svg)) for name, svg in report.pictures.items()}
    for before, name in pairwise(shapes):
        if shapes[before][0].startswith("broad") and shapes[name][0] == "broad short":
            shapes[name] = ("broad follows", shapes[name][1])
    filled = template("report.html.j2").render(css=Markup(style()), pictures=pictures, shapes=shapes, **page(report))
    return filled.rstrip() + "\n"


def html_summary(report: Report) -> str:
    """Page one as an element for a page of somebody else's: no style of its own, no picture, everything escaped."""
    return template("summary.html.j2").render(**page(report)).strip() + "\n"


def style() -> str:
    """The style sheet every page carries."""
    return (files("drillsim.documents") / "templates" / "report.css").read_text(encoding="utf-8")


def _shape(svg: str) -> str:
    """Classes of a picture: the paper it is meant for, where that is not A4; `broad` for one that reads better on a
    landscape page, `broad short` for one that may stand below another there, else `tall`."""
    paper = re.search(r'data-paper="([a-z0-9-]+)"', svg)
    if paper is not None:
        return f"sheet {paper[1]}"
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    shape = float(found[2]) / float(found[1])
    return "broad short" if shape < SHORT else "broad" if shape < BROAD else "tall"


def _width(svg: str) -> str:
    """The width of a picture on its own paper, as a style."""
    found = re.search(r'data-width="(\d+)"', svg)
    return f"--own-width:{found[1]}pt" if found else ""
