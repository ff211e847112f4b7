"""The parts all papers of a drill share: what stands on every one of them, and the words of the hot wash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drillsim.documents.blocks import Block, Callout, Document
from drillsim.documents.drill_report import DrillDocument, GradeRow, ImprovementRow, clock
from drillsim.documents.forms.paper import Paper
from drillsim.texts import duration_text, text

SETTLED_STATUSES = ("open", "in_progress", "done", "rejected")
"""Rows of the improvement list the room has decided on."""


@dataclass(frozen=True)
class DrillPaper(Paper):
    """One drill as it was recorded, about to be put into forms. `journal` is the one it is judged by."""

    drill: DrillDocument

    def h(self, message_id: str, /, **facts: object) -> str:
        """Return a text of the hot wash (`hotwash-…`)."""
        return text(self.lang, f"hotwash-{message_id}", **facts)

    def drill_form(self, kind: str, blocks: Iterable[Block], *, landscape: bool = False, title: str = "") -> Document:
        """Return the form; one of a drill that was not led to its end says so first."""
        warning = self.said(self.drill.warning)
        why = self.drill.ending_why
        first = [Callout(f"{warning} {self.t('ending-why', why=why)}" if why else warning, "bad")] if warning else []
        return self.form(kind, (*first, *blocks), landscape=landscape, title=title)

    @property
    def is_whole(self) -> bool:
        """Return whether the drill was led to its end: no other bears a grade."""
        return self.drill.ending == "completed"

    def at(self, ms: int | None) -> str:
        """Return a scenario time; empty for none."""
        return clock(ms)

    def ms(self, ms: int | None) -> str:
        """Return a duration in words; a dash for none."""
        return "—" if ms is None else duration_text(self.lang, ms)

    def room(self, wall: str, *, day: bool = False) -> str:
        """Return the room's time, `10:24:31`, or with its day; empty for none."""
        return wall[:16].replace("T", " ") if day else wall[11:19]

    def ending(self) -> str:
        """Return how it ended."""
        how = self.drill.ending
        return self.h("open") if how == "open" else text(self.lang, f"session-ending-{how}")

    def grade(self, row: GradeRow) -> str:
        """Return the grade that stands, in words; that there is none where there is none."""
        grade = (row.given or row.proposed) if self.is_whole else None
        return self.h(f"grade-{grade}") if grade else self.h("grade-none")

    def proposed(self, row: GradeRow) -> str:
        """Return the grade the rules propose."""
        return self.h(f"grade-{row.proposed}") if row.proposed and self.is_whole else self.h("grade-none")

    def meets(self, row: GradeRow) -> str:
        """Return whether one item meets what is asked, in words; empty where it has no grade."""
        grade = (row.given or row.proposed) if self.is_whole else None
        return self.h(f"meets-{grade}") if grade else ""

    def people(self, *parts: str) -> str:
        """Return the names of those who took part in one of `parts`; all of them without any."""
        found = [each.name for each in self.drill.participants if not parts or each.part in parts]
        return self.listed(found)

    def listed_rows(self) -> Iterator[ImprovementRow]:
        """Yield the rows of the improvement list the room has decided on."""
        return (each for each in self.drill.improvements if each.status in SETTLED_STATUSES)

    def left_rows(self) -> Iterator[ImprovementRow]:
        """Yield the rows that were proposed and nobody has decided on."""
        return (each for each in self.drill.improvements if each.status == "proposed")

    def about(self) -> tuple[tuple[str, str], ...]:
        """Return name and value of the facts every record of the drill begins with."""
        return (
            (self.h("fact-customer"), self.said(self.drill.customer_name)),
            (self.h("fact-drill"), self.said(self.drill.title)),
            (self.h("fact-plan"), self.drill.plan_version),
            (self.h("fact-opened"), self.room(self.drill.opened, day=True)),
            (self.h("fact-ended"), self.room(self.drill.ended, day=True) or self.h("open")),
            (self.h("fact-ending"), self.ending()),
            (self.h("fact-at"), self.at(self.drill.at_ms)),
        )
