"""The room of a drill as rows of its document, from the log and the journal: attendance, injects, what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from drillsim.documents import Both, Names
from drillsim.documents.build_run import Speaker
from drillsim.documents.drill_report import AttendedRow, CourseRow, InjectRow, SettledRow, clock
from drillsim.documents.drill_sheets import InjectCard, inject_card
from drillsim.findings import View
from drillsim.schema import Case, FaultEvent, Msel
from drillsim.session import TO_SETTLE, Entry, Line, restored
from drillsim.session.after import valid
from drillsim.texts import LANGS, has, list_text, text
from drillsim.use.decision_words import deviation_words, what_was_decided

NOTHING = Both(zh="", en="")
OF_THE_ROOM = ("started", "paused", "jumped", "speed", "gap", "shifted", "told", "keyed", "note", "photo", "played_by",
               "line", "stopped", "resumed", "branched")  # fmt: skip
"""Entries of the log that the record of a drill tells."""
NEAR_MS = 120_000
"""Jumps that follow one another in less scenario time than this, with nothing of the room between, are one line."""


def attended_rows(entries: Sequence[Entry]) -> list[AttendedRow]:
    """Return those who signed in; who signs in twice under one name stands there once, as last told."""
    found = {}
    for each in entries:
        if each.what == "attended":
            found[each.data["name"]] = AttendedRow(wall=each.wall, **dict(each.data))
    return list(found.values())


def settled_rows(entries: Sequence[Entry]) -> list[SettledRow]:
    """Return what the room settles before a drill, with the time of what was."""
    walls = {each.data["item"]: each.wall for each in entries if each.what == "settled"}
    return [
        SettledRow(item=item, text=_both(lambda lang, item=item: text(lang, f"drill-settle-{item}")),
                   wall=walls.get(item, ""))
        for item in TO_SETTLE
    ]  # fmt: skip


def inject_rows(case: Case, view: View, msel: Msel | None, entries: Sequence[Entry], say: Speaker) -> list[InjectRow]:
    """Return every line of the list as it was played, then the words that were told on the spot."""
    deck = restored(case, view.journal, entries, msel).deck
    walls = {e.data["line"]: e.wall for e in entries if e.what == "line" and e.data["state"] == "given"}
    end_ms = view.journal.end_ms
    begins = [Line(f"event-{n}", None, ("events", n - 1), each.at) for n, each in enumerate(case.scenario.events, 1)
              if each.at <= 0]  # fmt: skip
    lines = [_line(case, msel, line, walls.get(line.id, ""), say, end_ms) for line in (*begins, *deck.lines.values())]
    return sorted([*lines, *_told(entries, say)], key=_order)


def _order(row: InjectRow) -> tuple[int, int]:
    at = row.given_ms if row.given_ms is not None else row.due_ms
    return (1 if at is None else 0, at or 0)


def _line(case: Case, msel: Msel | None, line: Line, wall: str, say: Speaker, end_ms: int) -> InjectRow:
    if line.inject is None:
        return _of_scenario(case, line, say, end_ms)
    cards: dict[str, InjectCard] = {}

    def keep(names: Names) -> str:
        assert line.inject is not None
        cards[names.lang] = inject_card(line.id, line.inject, names.lang, names.of)
        return ""

    say(keep)

    def words(field: str) -> Both:
        return Both(**{lang: getattr(cards[lang], field) for lang in LANGS})

    expects = line.inject.expects
    other = msel.injects.get(expects.else_) if msel and expects and expects.else_ else None
    return InjectRow(
        id=line.id, title=words("title"), trigger=words("comes"), due_ms=line.due_ms, given_ms=line.given_ms,
        wall=wall, sender=words("sender"), to=words("to"), channel=words("channel"), words=words("words"),
        effect=words("fault"), expects=_both(expects.what.says) if expects else NOTHING,
        within_ms=expects.within if expects else None, objective=line.inject.objective,
        otherwise=(expects.else_ or "") if other is not None and expects else "", state=line.state,
        fulfilled=line.fulfilled, note=line.inject.note,
    )  # fmt: skip


def _of_scenario(case: Case, line: Line, say: Speaker, end_ms: int) -> InjectRow:
    """Return an event or a word of the scenario itself; one nobody withdrew has come by itself once its time came."""
    assert line.event is not None
    kind, number = line.event
    due = line.due_ms or 0
    came = line.state == "given" or (line.state == "planned" and not line.withdrawn and due <= end_ms)
    to = words = effect = channel = NOTHING
    if kind == "information":
        told = case.scenario.information[number]
        to = say(lambda names: list_text(names.lang, [names.of(each) for each in told.to]))
        channel = say(lambda names: names.of(told.channel) if told.channel else "")
        words = _both(told.tell.says)
    else:
        effect = say(lambda names: fault_words(names, case.scenario.events[number]))
    return InjectRow(
        id=line.id, title=_both(lambda lang: text(lang, f"hotwash-of-scenario-{kind}")),
        trigger=Both(zh=clock(due), en=clock(due)), due_ms=due, given_ms=(line.given_ms or due) if came else None,
        wall="", sender=NOTHING, to=to, channel=channel, words=words, effect=effect, expects=NOTHING, within_ms=None,
        objective="", otherwise="", state="given" if came else line.state, fulfilled=None, note="",
    )  # fmt: skip


def fault_words(names: Names, event: FaultEvent) -> str:
    """Return a fault and what it strikes."""
    on = list_text(names.lang, [names.of(each) for each in event.on.id])
    return f"{text(names.lang, f'session-fault-{event.fault}')} {on}".strip()


def _told(entries: Sequence[Entry], say: Speaker) -> Iterator[InjectRow]:
    for each in valid(entries):
        if each.what != "told":
            continue
        sender, to, words = each.data["from_"], each.data["to"], each.data["text"]
        yield InjectRow(
            id=f"told-{each.number}", title=_both(lambda lang: text(lang, "hotwash-on-the-spot")),
            trigger=_both(lambda lang: text(lang, "session-by-hand")), due_ms=None, given_ms=each.at_ms, wall=each.wall,
            sender=say(lambda names, sender=sender: names.of(sender) if sender else ""),  # type: ignore[misc]
            to=say(lambda names, to=to: list_text(names.lang, [names.of(one) for one in to])),  # type: ignore[misc]
            channel=NOTHING, words=Both(zh=words, en=words), effect=NOTHING, expects=NOTHING, within_ms=None,
            objective="", otherwise="", state="given", fulfilled=None, note="",
        )  # fmt: skip


def course_rows(case: Case, view: View, msel: Msel | None, entries: Sequence[Entry], say: Speaker, story: Sequence[
    tuple[int, Both, list[int]]
]) -> list[CourseRow]:  # fmt: skip
    """Return everything in order of time: what happened in the plant (`story`), what people decided, what was done in
    the room."""
    rows = [
        CourseRow(at_ms=at, wall="", kind="plant", who=NOTHING, text=words, evidence=seqs) for at, words, seqs in story
    ]
    rows += _decisions(case, view, say)
    rows += _of_room(msel, entries, say)
    place = {"plant": 0, "room": 1, "decision": 2}
    return sorted(rows, key=lambda row: (row.at_ms, place[row.kind]))


def _decisions(case: Case, view: View, say: Speaker) -> Iterator[CourseRow]:
    """Yield what people decided; what whoever leads brought in stands with the injects."""
    for event in view.journal.of("decision"):
        data = event.data
        if not data.get("wall_time") or not data["by"]:
            continue

        def words(names: Names, data: Any = data) -> str:
            told = what_was_decided(names, case, data["decision"], data["what"])
            how = deviation_words(names, data["deviation"]) if data.get("deviation") else ""
            return text(names.lang, "hotwash-course-departed", what=told, how=how) if how else told

        yield CourseRow(
            at_ms=event.t_ms, wall=data["wall_time"], kind="decision", text=say(words), evidence=[event.seq],
            who=say(lambda names, by=data["by"]: names.of(by)),  # type: ignore[misc]
        )  # fmt: skip


def _of_room(msel: Msel | None, entries: Sequence[Entry], say: Speaker) -> Iterator[CourseRow]:
    parts = {each.data["participant"]: each.data["part"] for each in entries if each.what == "joined"}
    for each in _worth_telling([e for e in valid(entries) if e.what in OF_THE_ROOM]):
        part = parts.get(each.by, "")
        who = _both(lambda lang, part=part: text(lang, f"session-part-{part}") if part else "")
        words = say(lambda names, each=each: _entry(names, msel, each))  # type: ignore[misc]
        yield CourseRow(at_ms=each.at_ms, wall=each.wall, kind="room", who=who, text=words, evidence=[])


def _worth_telling(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries; of jumps one behind the other only the last, of a line only where its state changed."""
    states: dict[str, str] = {}
    for each, after in zip(entries, [*entries[1:], None], strict=True):
        near = after is not None and after.what in ("jumped", "line") and after.at_ms - each.at_ms < NEAR_MS
        if each.what == "line":
            name, state = each.data["line"], each.data["state"]
            if states.get(name, "planned") == state:
                continue
            states[name] = state
        if each.what != "jumped" or not near:
            yield each


def _entry(names: Names, msel: Msel | None, each: Entry) -> str:
    """Return one entry of the log in words."""
    lang, data = names.lang, each.data
    match each.what:
        case "line":
            inject = msel.injects.get(data["line"]) if msel else None
            called = (inject.title.says(lang) if inject else "") or data["line"]
            return text(lang, "session-entry-line", line=called, state=text(lang, f"session-line-{data['state']}"))
        case "jumped":
            return text(lang, "session-entry-jumped", to=clock(data["to_ms"]))
        case "branched":
            return text(lang, "session-entry-branched", session=data["session"], at=clock(data["from_ms"]))
        case "played_by":
            who = text(lang, "session-by-people" if data["participant"] else "session-by-plan")
            return text(lang, "session-entry-played-by", role=names.of(data["role"]), who=who)
        case "stopped":
            how = text(lang, f"session-ending-{data['how']}")
            return text(lang, "session-entry-stopped", how=how, why=data["why"]).strip()
        case "paused":
            known = f"session-why-{data['why']}"
            why = text(lang, known) if has(known) else (f" {data['why']}" if data["why"] else "")
            return text(lang, "session-entry-paused", why=why)
    return text(lang, f"session-entry-{each.what}", **{key: str(value) for key, value in data.items()})


def _both(says: Any) -> Both:
    return Both(**{lang: says(lang) for lang in LANGS})


__all__ = ["attended_rows", "course_rows", "fault_words", "inject_rows", "settled_rows"]
