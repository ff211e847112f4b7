"""The papers of a drill, printed the day before: a briefing for all, a sheet a role, the cards of the injects.

Papers that players hold tell nothing of what is to come: no scenario, no inject, no fault. The cards are for those who
lead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drillsim.documents.layout import style, template
from drillsim.documents.names import names_of
from drillsim.schema import NORMAL, Case, InjectLine, Msel
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.units import format_time_of_day

SHEETS = ("briefing", "roles", "injects")
BLANK_SIGNATURES = 12


@dataclass(frozen=True, slots=True)
class RoleAtStart:
    """One role as the drill begins."""

    role: str
    people: tuple[str, ...]
    """People on duty who hold it."""
    place: str
    """Place of the first of them; empty where nobody is on duty."""
    is_played: bool
    """False where the plan stands in."""


def drill_sheets(case: Case, msel: Msel | None, roles: Sequence[RoleAtStart], lang: Lang) -> Mapping[str, str]:
    """Return each paper as one HTML page that prints on A4, by its name."""
    from markupsafe import Markup

    names, dossier = names_of(case.dossier, lang), case.dossier
    values = {
        "css": Markup(style()), "d": lambda name, /, **facts: text(lang, f"drill-{name}", **facts),
        "t": lambda name, /, **facts: text(lang, f"session-{name}", **facts),
        "html_lang": "zh-CN" if lang == "zh" else "en", "of": names.of, "customer": dossier.customer.name.says(lang),
        "roles": roles, "at": format_time_of_day(case.scenario.start.time), "blank": range(BLANK_SIGNATURES),
        "people_of": lambda each: list_text(lang, [names.of(person) for person in each.people]),
        "mode": _mode(case, lang), "version": dossier.plan.version,
        "cards": {each.role: tuple(_cards(case, each.role, lang)) for each in roles},
        "permits": {each.role: tuple(_permits(case, each.role, lang)) for each in roles},
        "title": case.scenario.title.says(lang),
        "injects": tuple(
            inject_card(name, each, lang, names.of) for name, each in (msel.injects.items() if msel else ())
        ),
    }  # fmt: skip
    return {name: template(f"sheet_{name}.html.j2").render(**values).rstrip() + "\n" for name in SHEETS}


def _mode(case: Case, lang: Lang) -> str:
    mode = case.scenario.start.mode
    return text(lang, "drill-mode-normal") if mode == NORMAL else names_of(case.dossier, lang).of(mode)


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


def _cards(case: Case, role: str, lang: Lang) -> Iterator[CardOfRole]:
    names = names_of(case.dossier, lang)
    for card in case.dossier.plan.all_cards():
        steps = tuple(step.id for step in card.steps if role in (step.by.operator, step.by.supervisor))
        begins = card.activation.by == role
        if steps or begins:
            yield CardOfRole(card.id, names.of(card.id), card.clause, begins, steps)


def _permits(case: Case, role: str, lang: Lang) -> Iterator[str]:
    names = names_of(case.dossier, lang)
    for name, permit in case.dossier.plan.permits.items():
        if permit.from_ == role:
            covered = list_text(lang, [names.of(each) for each in permit.covers])
            yield text(lang, "drill-permit-of", permit=names.of(name), covers=covered)


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


__all__ = ["SHEETS", "InjectCard", "RoleAtStart", "drill_sheets", "inject_card"]
