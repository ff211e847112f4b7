"""Papers for everybody and for players: the briefing, a sheet a role; for those who lead the cards of the injects."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
    row,
)
from drillsim.documents.drill_sheets.cards import InjectCard, cards_of, inject_card, permits_of
from drillsim.documents.drill_sheets.sheet import RoleAtStart, Sheets
from drillsim.texts import list_text
from drillsim.units import format_time_of_day

BLANK_SIGNATURES, BLANK_NOTES = 8, 5
TO_SETTLE = ("duty_outside", "dispatch_consents", "safety_officer_there", "stop_word_told", "exercise_first")


def briefing(of: Sheets) -> Document:
    """Rules, initial state, who decides for which role, and room to sign in. For all."""
    customer = of.case.dossier.customer.name.says(of.lang)
    rules = [of.d(f"settle-{item}") for item in TO_SETTLE]
    columns = of.columns(("role", 1.6), ("on-duty", 2.4), ("decides", 1.4))
    sign = of.columns(("name", 1.4), ("unit", 1.8), ("their-part", 1.8), ("sheet-signature", 1.8))
    blocks: list[Block] = [
        stop_word(of),
        Heading(of.d("sheet-rules")),
        Listing((*rules, of.d("sheet-speak"), of.d("sheet-free"))),
        Heading(of.d("sheet-initial")),
        Paragraph(of.begins),
        Heading(of.d("who-decides")),
        Table(columns, tuple(
            row(Cell(of.names.of(each.role), tone="strong"), _people(of, each) or of.t("nobody-on-duty"),
                of.d("sheet-played") if each.is_played else of.d("stand-in"))
            for each in of.roles
        )),
        Heading(of.d("sign-in")),
        Table(sign, (row("", "", "", ""),) * BLANK_SIGNATURES, room=True),
    ]  # fmt: skip
    return of.paper("briefing", f"{customer} · {of.d('sheet-briefing')}", blocks)


def stop_word(of: Sheets) -> Callout:
    """Return the word that ends the drill at once, on every paper a player holds."""
    return Callout(f"{of.d('stop-word-is')} {of.d('stop-word')}", "bad")


def _people(of: Sheets, each: RoleAtStart) -> str:
    return list_text(of.lang, [of.names.of(person) for person in each.people])


def roles(of: Sheets) -> Document:
    """A sheet a role: where they stand, how one speaks, the cards and permits that are theirs. For players."""
    blocks: list[Block] = []
    for number, each in enumerate(of.roles):
        blocks += [PageBreak()] if number else []
        blocks += _role(of, each)
    return of.paper("roles", of.d("sheet-roles"), blocks)


def _role(of: Sheets, each: RoleAtStart) -> Iterator[Block]:
    names, plan = of.names, of.case.dossier.plan
    yield Heading(names.of(each.role))
    at = format_time_of_day(of.case.scenario.start.time)
    if each.people:
        place = names.of(each.place) if each.place else "—"
        yield Paragraph(of.d("sheet-you-are", people=_people(of, each), place=place, at=at))
    else:
        yield Paragraph(of.t("nobody-on-duty"))
    if not each.is_played:
        yield Paragraph(of.d("stand-in"), tone="strong")
    yield stop_word(of)
    yield Heading(of.d("sheet-how"), 2)
    words = ("settle-exercise_first", "sheet-speak", "sheet-read-back", "sheet-free")
    yield Listing(tuple(of.d(name) for name in words))
    yield Heading(of.d("sheet-cards"), 2)
    rows = tuple(
        row(f"{card.card} {card.title}", card.clause, "●" if card.begins else "", ", ".join(card.steps))
        for card in cards_of(plan, names, each.role)
    )
    columns = of.columns(("sheet-card", 3.4), ("sheet-clause", 1.0), ("sheet-begins", 1.0), ("sheet-steps", 2.6))
    yield Table(columns, rows) if rows else Paragraph(of.t("none"))
    if permits := tuple(permits_of(plan, names, each.role)):
        yield Heading(of.d("sheet-permits"), 2)
        yield Listing(permits)
    yield Heading(of.t("note"), 2)
    yield Table((Column(of.t("note-label")),), (row(""),) * BLANK_NOTES, room=True)


def injects(of: Sheets) -> Document:
    """The cards of the injects, to be cut apart. For those who lead alone."""
    lines = of.msel.injects.items() if of.msel else ()
    blocks: list[Block] = [Callout(of.d("sheet-leaders-only"), "bad")]
    for name, line in lines:
        blocks += _inject(of, inject_card(name, line, of.lang, of.names.of))
    if not lines:
        blocks.append(Paragraph(of.t("deck-empty")))
    return of.paper("injects", f"{of.case.scenario.title.says(of.lang)} · {of.d('sheet-injects')}", blocks)


def _inject(of: Sheets, each: InjectCard) -> Iterator[Block]:
    """Yield one card: a box with its words, whom to tell, what is expected, and room for what came of it."""
    yield Heading(f"{each.id} {each.title}".strip(), 2)
    way = [each.comes, of.d("sheet-from", who=each.sender) if each.sender else "",
           of.d("sheet-to", who=each.to) if each.to else "", each.channel]  # fmt: skip
    expects = " ".join([each.expects, of.d("sheet-otherwise", what=each.otherwise) if each.otherwise else ""]).strip()
    lines = [
        (of.d("sheet-comes"), " · ".join(part for part in way if part), "strong"),
        (of.d("sheet-words"), f"{of.t('exercise-mark')}{each.words}" if each.words else "", "strong"),
        (of.d("sheet-plant"), of.d("sheet-in-the-plant", what=each.fault) if each.fault else "", "plain"),
        (of.d("sheet-expects"), expects, "plain"),
        (of.t("note"), each.note, "small"),
        (of.d("sheet-given-at"), " ", "plain"),
        (of.d("sheet-done"), " ", "plain"),
    ]
    columns = of.columns(("sheet-what", 1.0), ("sheet-wording", 4.6))
    yield Table(columns, tuple(row(name, Cell(words, tone=tone)) for name, words, tone in lines if words))  # type: ignore[arg-type]
