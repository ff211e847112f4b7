"""One inject, and one card of a role, as they stand on paper before a drill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drillsim.documents.names import Names
from drillsim.schema import InjectLine, Plan
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.units import format_time_of_day


@dataclass(frozen=True, slots=True)
class CardOfRole:
    """A response card a role has steps of."""

    card: str
    title: str
    clause: str
    begins: bool
    """True where the role may begin it."""
    steps: tuple[str, ...]
    """Numbers of the steps that are the role's, or that it supervises."""


def cards_of(plan: Plan, names: Names, role: str) -> Iterator[CardOfRole]:
    """Yield the cards in which a role has something to do."""
    for card in plan.all_cards():
        steps = tuple(step.id for step in card.steps if role in (step.by.operator, step.by.supervisor))
        begins = card.activation.by == role
        if steps or begins:
            yield CardOfRole(card.id, names.of(card.id), card.clause, begins, steps)


def permits_of(plan: Plan, names: Names, role: str) -> Iterator[str]:
    """Yield the permits a role gives, in words."""
    for name, permit in plan.permits.items():
        if permit.from_ == role:
            covered = list_text(names.lang, [names.of(each) for each in permit.covers])
            yield text(names.lang, "drill-permit-of", permit=names.of(name), covers=covered)


@dataclass(frozen=True, slots=True)
class InjectCard:
    """One inject as it stands on its card."""

    id: str
    title: str
    comes: str
    sender: str
    to: str
    channel: str
    words: str
    fault: str
    expects: str
    otherwise: str
    note: str


def inject_card(name: str, line: InjectLine, lang: Lang, called: Callable[[str], str]) -> InjectCard:
    """Return a line of the list in words."""
    said = [called(each) for each in line.to]
    expects = ""
    if line.expects is not None:
        within = duration_text(lang, line.expects.within)
        expects = text(lang, "drill-expects-within", what=line.expects.what.says(lang), within=within)
    fault = ""
    if line.fault is not None:
        on = list_text(lang, [called(each) for each in line.fault.on.id])
        fault = f"{text(lang, f'session-fault-{line.fault.fault}')} {on}"
    return InjectCard(
        name, line.title.says(lang), _comes(line, lang), called(line.from_) if line.from_ else "",
        list_text(lang, said) if said else "", called(line.channel) if line.channel else "", line.tell.says(lang),
        fault, expects, (line.expects.else_ or "") if line.expects is not None else "", line.note,
    )  # fmt: skip


def _comes(line: InjectLine, lang: Lang) -> str:
    if line.at is not None:
        return f"T+{duration_text(lang, line.at)}"
    if line.at_clock is not None:
        return text(lang, "drill-comes-at-clock", at=format_time_of_day(line.at_clock))
    if line.after is not None:
        what = line.after.inject or line.after.step or ""
        return text(lang, "drill-comes-after", what=what, by=duration_text(lang, line.after.by))
    return text(lang, "session-by-hand" if line.by_hand else "session-on-condition")
