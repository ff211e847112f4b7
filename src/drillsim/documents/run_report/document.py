"""The report of one run, put together in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Document, Heading, PageBreak, Paragraph, Picture, contents
from drillsim.documents.layout import figures
from drillsim.documents.report import Report
from drillsim.documents.run_report.appendix import appendix
from drillsim.documents.run_report.body import changes, weak_points
from drillsim.documents.run_report.first_page import first_page
from drillsim.documents.run_report.wording import Words
from drillsim.texts import text

PAGE = 1.36
"""Height over width of the part of an upright page that pictures may fill."""
BROAD = 0.72
"""Height over width below which a picture wider than a column reads better across."""
COLUMN_PT = 700.0
"""A picture no wider than this reads well on upright paper."""
CAPTION = 0.06
"""Height of a caption over the width of the page."""
OF_THE_WHOLE = "network"
"""Sheet of the whole network: larger than paper of the report, so it stays a file beside it."""


def run_report(report: Report) -> Document:
    """The report as a document; nothing in it is worked out any more."""
    density, first = first_page(report)
    rest = [*_pictures(report), *looked_up(report)]
    t = Words(report.lang)
    listed = (PageBreak(landscape=False), Heading(t("contents")), contents(rest))
    return Document(
        kind="report",
        lang=report.lang,
        title=f"{report.customer}{t.colon}{t('title')}",
        head=report.head,
        mark=t("exercise"),
        classification=text(report.lang, "form-classification"),
        blocks=(*first, *listed, *rest, Paragraph(f"{t('exercise')} · {t('safety')}", tone="small")),
        density=density,
    )


def looked_up(report: Report) -> Iterator[Block]:
    """Everything behind page one but the pictures, each part on paper of its own."""
    yield from weak_points(report)
    yield from changes(report)
    yield from appendix(report)


def _pictures(report: Report) -> Iterator[Block]:
    """The pictures, as many on a page as fit, across where that reads better."""
    if not report.pictures:
        return
    t = Words(report.lang)
    called = {each["name"]: each["caption"] for each in figures(report.lang, report.pictures)}
    left, across = 0.0, False
    for number, (name, drawn) in enumerate(report.pictures.items()):
        if name == OF_THE_WHOLE:
            continue
        wide, high = drawn.size
        turned = wide > COLUMN_PT and high / wide < BROAD
        needed = 1.0 if turned else high / wide + CAPTION
        if number == 0 or turned or across or needed > left:
            yield PageBreak(landscape=turned)
            left, across = PAGE, turned
        if number == 0:
            yield Heading(t("pictures"), id="pictures")
        left -= needed
        yield Picture(name, called[name], drawn.description, drawn)
    if OF_THE_WHOLE in report.pictures:
        yield Paragraph(t("picture-beside", what=called[OF_THE_WHOLE], name=OF_THE_WHOLE), tone="small")
