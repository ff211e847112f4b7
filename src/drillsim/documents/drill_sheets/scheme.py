"""演练方案 and 演练脚本, for those who lead: how the drill is held, and line by line what comes and what is expected.

The timetable is a usual one of ninety minutes, to be changed at will. Expected times are those of the plan alone with
the injects of the list and the luck of one seed: what people do will differ, and the drill goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Callout, Cell, Document, Facts, Heading, Listing, Paragraph, Table, row
from drillsim.documents.drill_sheets.cards import inject_card
from drillsim.documents.drill_sheets.papers import TO_SETTLE, stop_word
from drillsim.documents.drill_sheets.sheet import Expected, Sheets
from drillsim.schema import FaultEvent, step_of
from drillsim.texts import duration_text, list_text, text
from drillsim.units import format_clock, format_time_of_day

PARTS = ("director", "controller", "safety_officer", "evaluator", "scribe", "simulator", "player", "observer")
TIMETABLE = ("sign-in", "initial", "start", "play", "end", "hot-wash", "owners", "sign")
BEHIND = 10**12
"""Place of what comes by hand: behind all that has a time."""


def scheme(of: Sheets) -> Document:
    """The scheme, in the order usual for a drill of both sides."""
    scenario = of.case.scenario
    blocks: list[Block] = [
        Callout(of.d("sheet-leaders-only"), "bad"),
        Heading(of.d("scheme-aim")),
        *_aims(of),
        Heading(of.d("scheme-basis")),
        Facts((
            (of.d("scheme-plan"), f"{of.case.dossier.plan.id} {of.case.dossier.plan.version}"),
            (of.d("scheme-subject"), scenario.title.says(of.lang)),
            (of.d("scheme-day"), ""), (of.d("scheme-place"), ""), (of.d("scheme-led-by"), ""),
        )),
        Heading(of.d("scheme-organisation")),
        _organisation(of),
        Heading(of.d("who-decides")),
        _roles(of),
        Heading(of.d("scheme-scenario")),
        Paragraph(of.begins),
        Listing(tuple(_fault(of, each) for each in scenario.events)),
        Heading(of.d("scheme-timetable")),
        _timetable(of),
        Heading(of.d("scheme-safety")),
        stop_word(of),
        Listing(tuple(of.d(f"settle-{item}") for item in TO_SETTLE)),
        Paragraph(of.d("scheme-not-real")),
        Heading(of.d("scheme-evaluation")),
        Paragraph(of.d("scheme-evaluation-text")),
        Heading(text(of.lang, "form-signatures")),
        _signing(of),
    ]  # fmt: skip
    return of.paper("scheme", f"{of.case.dossier.customer.name.says(of.lang)} · {of.d('scheme')}", blocks)


def _signing(of: Sheets) -> Table:
    columns = of.columns(
        ("scheme-act", 1.0), ("unit", 1.6), ("name", 1.6), ("sheet-signature", 2.0), ("scheme-day", 1.2)
    )
    acts = ("wrote", "checked", "approved")
    return Table(columns, tuple(row(of.d(f"scheme-act-{each}"), "", "", "", "") for each in acts), room=True)


def _aims(of: Sheets) -> Iterator[Block]:
    """Yield the objectives of the list, and the weak points of the register that this scenario showed."""
    lines = of.msel.injects.values() if of.msel else ()
    aims = list(dict.fromkeys(each.objective for each in lines if each.objective))
    register = of.case.dossier.register
    for number, entry in register.entries.items() if register else ():
        if entry.scenario == of.case.scenario_id and not entry.is_closed and entry.status != "rejected":
            aims.append(of.d("scheme-again", number=number, code=entry.code, what=of.names.of(entry.subject)))
    yield Paragraph(of.d("scheme-aim-text"))
    if aims:
        yield Listing(tuple(aims), numbered=True)


def _organisation(of: Sheets) -> Table:
    columns = of.columns(("scheme-part", 1.2), ("scheme-duty", 4.6), ("name", 1.4))
    return Table(columns, tuple(
        row(Cell(of.t(f"part-{each}"), tone="strong"), of.d(f"scheme-duty-{each.replace('_', '-')}"), "")
        for each in PARTS
    ))  # fmt: skip


def _roles(of: Sheets) -> Table:
    actors = of.case.dossier.plan.actors
    columns = of.columns(("role", 2.0), ("unit", 1.0), ("on-duty", 2.4), ("decides", 1.4))
    return Table(columns, tuple(
        row(of.names.of(e.role), text(of.lang, f"report-owner-{actors[e.role].side}"),
            list_text(of.lang, [of.names.of(person) for person in e.people]) or of.t("nobody-on-duty"),
            of.d("sheet-played") if e.is_played else of.d("stand-in"))
        for e in of.roles
    ))  # fmt: skip


def _timetable(of: Sheets) -> Table:
    columns = of.columns(("scheme-minutes", 0.8), ("scheme-item", 4.0), ("scheme-screen", 2.4))
    return Table(columns, tuple(
        row(of.d(f"scheme-min-{each}"), of.d(f"scheme-do-{each}"), of.d(f"scheme-shows-{each}")) for each in TIMETABLE
    ))  # fmt: skip


def _fault(of: Sheets, event: FaultEvent) -> str:
    on = list_text(of.lang, [of.names.of(each) for each in event.on.id])
    fault = text(of.lang, f"session-fault-{event.fault}")
    return f"{format_clock(event.at)} {fault} {on}".strip()


def script(of: Sheets) -> Document:
    """The script: events, injects and the steps the plan alone takes, in order, with room for what really happens."""
    columns = of.columns(
        ("script-number", 0.5), ("script-time", 1.0), ("script-day", 0.8), ("script-kind", 0.8), ("script-who", 1.4),
        ("script-words", 4.2), ("script-expected", 2.0), ("script-narration", 1.6), ("script-real", 0.9),
    )  # fmt: skip
    found = [*_events(of), *_injects(of), *_steps(of)]
    found.sort(key=lambda each: each[0])
    lines = tuple(row(Cell(str(n), n), *cells) for n, (_, cells) in enumerate(found, 1))
    blocks: list[Block] = [
        Callout(of.d("sheet-leaders-only"), "bad"),
        Paragraph(of.begins),
        Paragraph(of.d("script-note"), tone="small"),
        Table(columns, lines),
    ]
    title = f"{of.case.scenario.title.says(of.lang)} · {of.d('script')}"
    return of.paper("script", title, blocks, landscape=True)


Line = tuple[tuple[int, int], tuple[str | Cell, ...]]


def _when(of: Sheets, ms: int) -> tuple[str, str]:
    """Return a moment as scenario time and as time of day."""
    of_day = of.case.scenario.start.time + ms // 60_000
    return format_clock(ms // 1000 * 1000), format_time_of_day(of_day % (24 * 60))


def _events(of: Sheets) -> Iterator[Line]:
    for each in of.case.scenario.events:
        words = _fault(of, each).partition(" ")[2]
        yield (each.at, 0), (*_when(of, each.at), of.d("script-of-plant"), "", Cell(words, tone="strong"), "", "", "")
    for told in of.case.scenario.information:
        to = list_text(of.lang, [of.names.of(each) for each in told.to])
        words = f"{of.t('exercise-mark')}{told.tell.says(of.lang)}"
        yield (told.at, 1), (*_when(of, told.at), of.d("script-of-inject"), to, words, "", "", "")


def _injects(of: Sheets) -> Iterator[Line]:
    for name, line in of.msel.injects.items() if of.msel else ():
        card = inject_card(name, line, of.lang, of.names.of)
        when = _when(of, line.at) if line.at is not None else (card.comes, "")
        words = [f"{of.t('exercise-mark')}{card.words}" if card.words else "",
                 of.d("sheet-in-the-plant", what=card.fault) if card.fault else ""]  # fmt: skip
        sent = of.d("sheet-from", who=card.sender) if card.sender else ""
        told = of.d("sheet-to", who=card.to) if card.to else ""
        way = "\n".join(part for part in (sent, told, card.channel) if part)
        yield (line.at if line.at is not None else BEHIND, 1), (
            *when, f"{of.d('script-of-inject')}\n{name}", way, "\n".join(part for part in words if part),
            card.expects, "", "",
        )  # fmt: skip


def _steps(of: Sheets) -> Iterator[Line]:
    for each in of.expected:
        found = step_of(of.case.dossier.plan, each.step)
        if found is None:
            continue
        clause = found[1].clause or each.step
        took = "" if each.ends_ms is None else of.d("script-done", at=format_clock(each.ends_ms // 1000 * 1000))
        within = of.d("script-within", within=duration_text(of.lang, found[1].within)) if found[1].within else ""
        yield (each.begins_ms, 2), (
            *_when(of, each.begins_ms), of.d("script-of-plan"), of.names.of(each.role),
            f"{clause} {of.names.of(each.step)}", "\n".join(part for part in (took, within) if part), "", "",
        )  # fmt: skip


__all__ = ["Expected", "scheme", "script"]
