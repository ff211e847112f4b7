"""The report as one self-contained HTML page: no script, no external reference, everything escaped.

The page carries its own content-security policy, so even a browser that would like to fetch something must not.
Printed on A4, page one is page one.
"""

from __future__ import annotations

import re
from importlib.resources import files

from drillsim.documents.layout import page, template
from drillsim.documents.report import Report


def html_page(report: Report) -> str:
    """The page, as text."""
    from markupsafe import Markup

    css = (files("drillsim.documents") / "templates" / "report.css").read_text(encoding="utf-8")
    pictures = {name: Markup(svg) for name, svg in report.pictures.items()}  # our own drawing, its texts escaped there
    shapes = {name: _shape(svg) for name, svg in report.pictures.items()}
    return (
        template("report.html.j2").render(css=Markup(css), pictures=pictures, shapes=shapes, **page(report)).rstrip()
        + "\n"
    )


def _shape(svg: str) -> str:
    """`broad` for a picture that reads better on a landscape page, else `tall`."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    return "broad" if float(found[2]) < 0.72 * float(found[1]) else "tall"
