"""The words of the report's own catalogue, and the ids by which its parts lead to one another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drillsim.documents.blocks import Column, Tone
from drillsim.documents.layout import figures
from drillsim.documents.report import Report
from drillsim.texts import Lang, list_text, text

TONES: dict[str, Tone] = {"met": "good", "missed": "bad", "not_tested": "open", "cannot_say": "open"}


@dataclass(frozen=True, slots=True)
class Words:
    """The texts `report-…` of one language."""

    lang: Lang

    def __call__(self, message_id: str, /, **facts: object) -> str:
        return text(self.lang, f"report-{message_id}", **facts)

    @property
    def colon(self) -> str:
        """Colon of the language, with the gap behind it."""
        return "：" if self.lang == "zh" else ": "

    @property
    def gap(self) -> str:
        """Mark between two sentences."""
        return "" if self.lang == "zh" else " "

    @property
    def wide(self) -> str:
        """Mark between parts that hold commas themselves."""
        return text(self.lang, "quantity-list-mark-wide")

    def listed(self, items: list[str] | tuple[str, ...]) -> str:
        """Return words as a list in one sentence."""
        return list_text(self.lang, list(items))

    def all_of(self, items: list[str]) -> str:
        """Return words as a list, however long."""
        return text(self.lang, "quantity-list-mark").join(items)

    def columns(self, *named: tuple[str, float]) -> tuple[Column, ...]:
        """Return columns by the name of their text and their share of the width."""
        return tuple(Column(self(f"column-{name}"), share) for name, share in named)


def captions(report: Report) -> dict[str, str]:
    """Return the numbered caption of each picture."""
    return {each["name"]: each["caption"] for each in figures(report.lang, report.pictures)}


def span(ms: int | None) -> dt.timedelta | None:
    """Return a length of time as a workbook counts with it."""
    return None if ms is None else dt.timedelta(milliseconds=ms)


def clause_id(clause: str) -> str:
    """Return the id of a clause's row."""
    return f"clause-{clause}"


def step_id(step: str) -> str:
    """Return the id of a step's row."""
    return f"step-{step}"


def change_id(change: str) -> str:
    """Return the id of a change."""
    return f"change-{change}"


def event_id(seq: int) -> str:
    """Return the id of an event's row."""
    return f"event-{seq}"
