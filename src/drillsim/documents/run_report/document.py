"""The report of one run, put together in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Document, Heading, PageBreak, Paragraph, Picture, contents
from drillsim.documents.report import GAINS, Report
from drillsim.documents.run_report.appendix import appendix
from drillsim.documents.run_report.body import changes, weak_points
from drillsim.documents.run_report.first_page import first_page
from drillsim.documents.run_report.wording import Words, captions
from drillsim.texts import text

PAGE = 1.42
"""Height over width of the part of an upright page that pictures may fill."""
BROAD = 0.72
"""Height over width below which a picture wider than a column reads better across."""
COLUMN_PT = 700.0
"""A picture no wider than this reads well on upright paper."""
CAPTION = 0.05
"""Height of a caption over the width of the page."""
PICTURES = "pictures"
LINE = 0.027
"""Height of a line of the contents over the width of the page."""
OF_THE_WHOLE = "network"
"""Sheet of the whole network: larger than paper of the report, so it stays a file beside it."""


def run_report(report: Report) -> Document:
    """The report as a document; nothing in it is worked out any more."""
    t = Words(report.lang)
    density, first = first_page(report)
    behind = list(looked_up(report))
    listed = contents([Heading(t("pictures"), id=PICTURES), *behind])
    drawn = _pictures(report, PAGE - LINE * (len(listed.headings) + 4))
    return Document(
        kind="report",
        lang=report.lang,
        title=f"{report.customer}{t.colon}{t('title')}",
        head=report.head,
        mark=t("exercise"),
        classification=text(report.lang, "form-classification"),
        blocks=(
            *first,
            PageBreak(landscape=False),
            Heading(t("contents")),
            listed,
            Heading(t("pictures"), id=PICTURES),
            *drawn,
            *behind,
            Paragraph(f"{t('exercise')} · {t('safety')}", tone="small"),
        ),
        density=density,
    )


def looked_up(report: Report) -> Iterator[Block]:
    """Everything behind page one but the pictures, each part on paper of its own."""
    yield from weak_points(report)
    yield from changes(report)
    yield from appendix(report)


def _pictures(report: Report, left: float) -> Iterator[Block]:
    """The pictures, as many on a page as fit, across where that reads better. `left`: room on the page begun, its
    height over its width."""
    t, called, across = Words(report.lang), captions(report), False
    for name, drawn in report.pictures.items():
        if name in (OF_THE_WHOLE, GAINS):
            continue
        wide, high = drawn.size
        turned = wide > COLUMN_PT and high / wide < BROAD
        needed = 1.0 if turned else high / wide + CAPTION
        if turned or across or needed > left:
            yield PageBreak(landscape=turned)
            left, across = PAGE, turned
        left -= needed
        yield Picture(name, called[name], drawn.description, drawn)
    if OF_THE_WHOLE in report.pictures:
        yield Paragraph(t("picture-beside", what=called[OF_THE_WHOLE], name=OF_THE_WHOLE), tone="small")
