"""The parts all forms share: their words, the running head, the rows of an evidence, and room to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drillsim.documents.blocks import Block, Callout, Column, Density, Document
from drillsim.documents.event_words import event_text
from drillsim.documents.names import in_roles
from drillsim.documents.run_document import FindingRow, RecommendationRow
from drillsim.documents.source import Recorded
from drillsim.files import AssumedFigure
from drillsim.schema import Side
from drillsim.texts import list_text, text
from drillsim.units import format_clock

MOST_EVENTS = 3
"""Events told as evidence of one weak point."""
SIDES: tuple[Side, ...] = ("customer", "utility")


@dataclass(frozen=True)
class Paper(Recorded):
    """One run as it was recorded, about to be put into forms."""

    assumed: tuple[AssumedFigure, ...]
    """Figures of its files that somebody still has to confirm."""
    sides: tuple[Side, ...] = field(default=SIDES, kw_only=True)
    """Sides whose rows this copy holds, beside those of both."""

    def t(self, message_id: str, /, **facts: object) -> str:
        """Return a text of the forms' own catalogue (`form-…`)."""
        return text(self.lang, f"form-{message_id}", **facts)

    def columns(
        self, *named: tuple[str, float], choices: Mapping[str, tuple[str, ...]] | None = None
    ) -> tuple[Column, ...]:
        """Return columns by the name of their text and their share of the width."""
        among = choices or {}
        return tuple(Column(self.t(f"column-{name}"), share, among.get(name, ())) for name, share in named)

    def report_columns(self, *named: tuple[str, float]) -> tuple[Column, ...]:
        """As `columns`, by the names the report calls them."""
        return tuple(Column(self.words(f"column-{name}"), share) for name, share in named)

    def form(
        self, kind: str, blocks: Iterable[Block], *, landscape: bool = False, title: str = "", density: Density = ""
    ) -> Document:
        """Return the form as a document, with what stands on all of its pages. `title`: name of its text, where it is
        not the kind's own."""
        customer, plan = self.case.dossier.customer, self.case.dossier.plan
        head = self.t("head", customer=customer.name.says(self.lang), plan=plan.id, version=plan.version)
        return Document(
            kind=kind, lang=self.lang, title=self.t(f"title-{title or kind}"), head=head, mark=self.t("mark"),
            classification=self.t("classification"), blocks=tuple(blocks), landscape=landscape,
            density=density,
        )  # fmt: skip

    def scenario(self) -> Callout:
        """Return the words that say what the form rests on: one run of one scenario, and what it is not."""
        title = self.case.scenario.title.says(self.lang)
        return Callout(self.t("rests-on", scenario=title, seed=self.document.seed), "open")

    def evidence(self, seqs: Sequence[int]) -> str:
        """Return moment and words of the first few events, a line each; people by their roles."""
        names = in_roles(self.names, self.case.dossier)
        found = [self.journal.events[seq] for seq in seqs[:MOST_EVENTS] if seq < len(self.journal.events)]
        lines = [f"{format_clock(event.t_ms // 1000 * 1000)} {event_text(names, event)}" for event in found]
        more = len(seqs) - len(found)
        return "\n".join([*lines, *([self.t("more-events", n=more)] if more > 0 else [])])

    def measure(self, found: FindingRow) -> RecommendationRow | None:
        """Return the change that answers a weak point; None where there is none, or re-running has rejected it."""
        change = self.answer_to(found.code, found.subject.id)
        return None if change is None or change.verdict == "rejected" else change

    def is_for(self, owner: str) -> bool:
        """Return whether a row of an owner stands in this copy; one nobody is known to own stands in all."""
        return owner not in SIDES or owner in self.sides

    def roles(self, side: Side) -> list[str]:
        """Return the names of the plan's roles of a side."""
        actors = self.case.dossier.plan.actors.items()
        return [self.names.of(name) for name, actor in actors if actor.side == side]

    def joined(self, sentences: Iterable[str]) -> str:
        """Return sentences as one paragraph."""
        return ("" if self.lang == "zh" else " ").join(sentences)

    def listed(self, items: Iterable[str]) -> str:
        """Return words as a list in one sentence."""
        return list_text(self.lang, list(items))
