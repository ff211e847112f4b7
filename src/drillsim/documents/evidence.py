"""The events and clauses a report speaks of, each once, so that whoever doubts a line can look it up."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.event_words import FIRST_LINE, event_text
from drillsim.documents.names import in_roles
from drillsim.documents.report import ClauseLine, EventLine, WeakPoint
from drillsim.documents.source import Recorded
from drillsim.schema import Card, Step
from drillsim.texts import list_text
from drillsim.units import format_clock


def events(run: Recorded, weak: Sequence[WeakPoint]) -> tuple[EventLine, ...]:
    """Events that weak points, changes or hazards rest on, in order; people by their roles."""
    of: dict[int, list[str]] = {}
    others: dict[int, int] = {}
    for point in weak:
        for seq in point.seqs:
            of.setdefault(seq, []).append(str(point.number))
    for change in run.document.recommendations:
        for seq in change.evidence:
            named = of.setdefault(seq, [])
            if change.verdict == "proposed":
                named.append(change.id)
            else:
                others[seq] = others.get(seq, 0) + 1
    for hazard in run.document.hazards:
        for seq in hazard.evidence:
            of.setdefault(seq, [])
    more = {seq: [run.words("events-of-more", n=n)] for seq, n in others.items()}
    names = in_roles(run.names, run.case.dossier)
    return tuple(
        EventLine(
            seq=seq,
            line=seq + FIRST_LINE,
            t_ms=event.t_ms,
            moment=format_clock(event.t_ms // 1_000 * 1_000),
            text=event_text(names, event),
            of=list_text(run.lang, [*of[seq], *more.get(seq, ())]),
        )
        for seq, event in ((seq, run.journal.events[seq]) for seq in sorted(of) if seq < len(run.journal.events))
    )


def clauses(run: Recorded, used: Sequence[str]) -> tuple[ClauseLine, ...]:
    """Clauses of the plan among `used`, in the order of the plan; steps of one clause together."""
    wanted, found = set(used), dict[str, list[tuple[Card, Step | None]]]()
    for card in run.case.dossier.plan.all_cards():
        if card.clause in wanted:
            found.setdefault(card.clause, []).append((card, None))
        for step in card.steps:
            if step.clause in wanted:
                found.setdefault(step.clause, []).append((card, step))
    return tuple(_clause(run, clause, rows) for clause, rows in found.items() if clause)


def _clause(run: Recorded, clause: str, rows: Sequence[tuple[Card, Step | None]]) -> ClauseLine:
    said = [step.text.says(run.lang) if step else card.title.says(run.lang) for card, step in rows]
    who = [run.names.of(step.by.operator) for _, step in rows if step]
    cards = [card.title.says(run.lang) for card, _ in rows]
    return ClauseLine(
        clause=clause,
        card=list_text(run.lang, list(dict.fromkeys(cards))),
        text="\n".join(dict.fromkeys(said)),
        who=list_text(run.lang, list(dict.fromkeys(who))),
    )
