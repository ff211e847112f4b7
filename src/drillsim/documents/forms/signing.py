"""Forms people sign: who was there (签到表), and who has reviewed and approved (评审审批表)."""

from __future__ import annotations

from drillsim.documents.blocks import Cell, Document, Facts, Heading, Listing, Paragraph, Table, row
from drillsim.documents.forms.paper import SIDES, Paper
from drillsim.documents.report import Report

SPARE = 6
"""Empty rows below those of the plan's roles."""
SIGNED = {"customer": ("wrote", "checked", "approved"), "utility": ("wrote", "countersigned", "approved")}
"""Signatures of each side. A usual order, unverified: the company's own form comes first."""


def sign_in(paper: Paper, report: Report) -> Document:
    """The sheet with a row for every role of the plan, and some for others."""
    names = [(paper.words(f"owner-{side}"), role) for side in SIDES for role in paper.roles(side)]
    empty = [("", "")] * SPARE
    lines = tuple(
        row(Cell(str(number), number), "", side, role, "", "", "")
        for number, (side, role) in enumerate([*names, *empty], 1)
    )
    columns = paper.columns(
        ("number", 0.5),
        ("name", 1.3),
        ("unit", 1.1),
        ("role", 1.8),
        ("part", 1.3),
        ("arrived", 1.0),
        ("signature", 1.5),
    )
    blocks = (
        Facts(((paper.words("scenario"), report.scenario), (paper.t("day"), ""), (paper.t("place"), ""))),
        Table(columns, lines, room=True),
    )
    return paper.form("sign-in", blocks)


def approval(paper: Paper, report: Report) -> Document:
    """The sheet on which both sides say what they adopt of the changes, and sign."""
    supported = tuple(f"{each.clause}{paper.t('colon')}{each.new}" for each in report.first)
    columns = paper.columns(
        ("act", 0.9), ("unit", 0.9), ("post", 1.3), ("opinion-long", 3.2), ("signature", 1.4), ("date", 1.0)
    )
    lines = tuple(
        row(paper.t(f"act-{act}"), paper.words(f"owner-{side}"), "", "", "", "")
        for side in SIDES
        for act in SIGNED[side]
    )
    blocks = (
        paper.scenario(),
        Paragraph(paper.joined(report.conclusion)),
        Heading(paper.words("first")),
        Listing(supported, numbered=True) if supported else Paragraph(paper.t("no-changes")),
        Heading(paper.t("signatures")),
        Table(columns, lines, room=True),
        Paragraph(paper.t("usual-order"), tone="small"),
    )
    return paper.form("approval", blocks)
