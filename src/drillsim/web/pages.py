"""The pages: each a frame that stands, and fragments that are sent anew whenever they have changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from drillsim.findings import View
from drillsim.session import (
    PARTS,
    VERBS,
    Now,
    Part,
    Participant,
    Reading,
    Session,
    compared,
    console,
    now_of,
    player,
    to_send,
    wall,
)
from drillsim.session.after import evidence
from drillsim.session.ahead import Looked
from drillsim.simulation import NAMES, Begin, Decision, Finish, Go, Offer, as_told
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.web.access import Ticket
from drillsim.web.after import After, shown_fragment
from drillsim.web.ahead_rows import limit_rows, not_ruled_out_percent, store_rows
from drillsim.web.invitations import WALL
from drillsim.web.moments import halted, room_seconds, seconds_open
from drillsim.web.wall import VIEWS, before_values, diagram_values, everybody_compared, view_of, wall_values
from drillsim.web.words import Speech, clock_text

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE_OF: Mapping[Part, str] = {
    "director": "console", "controller": "console", "simulator": "simulator", "player": "player",
    "evaluator": "evaluator", "observer": "observer", "safety_officer": "observer", "scribe": "observer",
}  # fmt: skip
FRAGMENTS: Mapping[str, tuple[str, ...]] = {
    "console": (
        "clock",
        "halt",
        "hotwash",
        "roles",
        "deck",
        "waiting",
        "log",
        "parts",
        "before",
        "statement",
        "wallview",
        "whatif",
        "ahead",
    ),
    "player": ("clock", "halt", "hotwash", "people"),
    "simulator": ("clock", "halt", "hotwash", "tosend"),
    "wall": ("clock", "halt", "hotwash", "wall", "oneline"),
    "observer": ("clock", "halt", "hotwash", "oneline", "board"),
    "evaluator": ("clock", "halt", "hotwash", "steps", "othersteps", "oneline", "board"),
}


def page_of(who: Participant) -> str:
    """Return the page of a participant."""
    return "wall" if who.id == WALL else PAGE_OF[who.part]


@dataclass(slots=True)
class Shown:
    """Things shown beside the situation itself: the same for everybody who may see it."""

    wall_role: str = ""
    """Role whose knowledge the wall shows; empty for what is so."""
    view: str = ""
    """View the console has chosen for the wall; empty for the one that fits the stage of the drill."""
    page: int = 0
    """Page of the view the wall shows, where it has several, from 0; behind the last comes the first."""
    between: tuple[int, int] = (0, 0)
    """Scenario time and number of the first event of the last jump."""


def fragments(
    session: Session,
    ticket: Ticket,
    speech: Speech,
    shown: Shown,
    tickets: tuple[Ticket, ...],
    base: str = "",
    looked: Looked | None = None,
    after: After | None = None,
) -> dict[str, str]:
    """Return the fragments of somebody's page by name, as HTML. `base`: beginning of the links. `looked`: the last look
    ahead, for the console."""
    who = ticket.participant
    page = page_of(who)
    values = {
        "p": who, "page": page, "now": now_of(session), "halted": halted(session), "base": base,
        **_values(session, page, who, shown, tickets, speech),
        **(_ahead(session, looked) if page == "console" else {}),
    }  # fmt: skip
    wash = shown_fragment(after, ticket, page, speech, filled) if after is not None else ""
    return {name: wash if name == "hotwash" else filled(f"{name}.html.j2", speech, values) for name in FRAGMENTS[page]}


def frame(
    session: Session, ticket: Ticket, speech: Speech, shown: Shown, found: Mapping[str, str], reading: Reading
) -> str:
    """Return somebody's page as a whole, with the room's clock at the reading."""
    who, dossier = ticket.participant, session.drill.case.dossier
    values = {
        "p": who, "page": page_of(who), "form": ticket.form, "fragments": found,
        "roles": tuple(dossier.plan.actors), "verbs": VERBS,
        "devices": _devices(session) if page_of(who) == "player" else (), "may_note": who.may("note"),
        "now": now_of(session),
        "scenario": session.drill.case.scenario,
        "customer": dossier.customer, "shown": shown,
        "room_s": room_seconds(reading), "minute_s": seconds_open(session, reading),
        "invited_as": ("player", *(part for part in PARTS if part != "player")),
        "me": list_text(speech.lang, [speech.of(role) for role in who.plays]),
    }  # fmt: skip
    return filled("frame.html.j2", speech, values)


def halt_of(session: Session, ticket: Ticket, speech: Speech) -> str:
    """Return what fills every screen once the drill was stopped for a real emergency, as HTML."""
    return filled("halt.html.j2", speech, {"p": ticket.participant, "halted": halted(session)})


def standing(speech: Speech, *, is_led: bool, is_full: bool) -> str:
    """Return what stands in place of the clock while a drill stands for a fault, as HTML."""
    return filled("standing.html.j2", speech, {"is_led": is_led, "is_full": is_full})


def join_page(lang: Lang, nonce: str, wrong: bool) -> str:
    """Return the page on which somebody enters a code."""
    style = (files("drillsim.web") / "static" / "page.css").read_text(encoding="utf-8")
    from markupsafe import Markup

    values = {
        "nonce": nonce,
        "wrong": wrong,
        "style": Markup(style),
        "lang": lang,
        "t": _t(lang),
    }  # our own style sheet
    return _environment().get_template("join.html.j2").render(**values)


def said_offer(decision: Decision) -> str:
    """Return a decision as a button sends it."""
    told = {"kind": NAMES[type(decision)], "by": decision.by, "what": as_told(decision)}
    return json.dumps(told, ensure_ascii=False)


def key_of(decision: Decision) -> str:
    """Return what tells a button from the others of its page, whatever stands beside it."""
    return f"{zlib.crc32(said_offer(decision).encode()):08x}"


def _values(
    session: Session, page: str, who: Participant, shown: Shown, tickets: tuple[Ticket, ...], speech: Speech
) -> dict[str, Any]:
    if page == "console":
        seen = console(session)
        on_duty = {each.role: tuple(person.view.person for person in each.people) for each in seen.roles}
        return {
            "c": seen, "tickets": tickets, "shown": shown, "between": _between(session, shown),
            **before_values(session, on_duty), **_statement(session, shown), "views": tuple(enumerate(VIEWS, start=1)),
            "view": view_of(session, shown.view), "chosen": shown.view, "wall_name": WALL,
        }  # fmt: skip
    if page == "simulator":
        return {"lines": to_send(session)}
    if page == "player":
        return {"pl": player(session, who.plays)}
    role = shown.wall_role
    if page == "wall":
        view = view_of(session, shown.view)
        drawn = diagram_values(session, role, speech) if view == "diagram" else {"svg": ""}
        return {**wall_values(session, role, view, shown.page), **drawn}
    sees_all = session.sees_all(who)
    values: dict[str, Any] = {"w": wall(session, "" if sees_all else role)}
    if session.ending is not None and shown.wall_role:
        values["believed"] = {(each.kind, each.id): each for each in wall(session, shown.wall_role).subjects}
    values |= diagram_values(session, values["w"].role, speech)
    if page == "evaluator":
        values |= _evaluated(session, sees_all)
    return values


def _evaluated(session: Session, sees_all: bool) -> dict[str, Any]:
    """Return the steps of people with their evidence, and those of the plan. In a double-blind drill the rules propose
    nothing before its end: a proposal rests on what is so."""
    journal = session.drill.run.journal()
    view = View(session.drill.case, journal)
    found = evidence(view, session.log.entries, session.played_roles, session.drill.now)
    mine = {each.row.step for each in found}
    others = [row for row in view.rows if row.step not in mine and (row.ready_ms is not None or row.waits)]
    return {"steps": found, "others": others, "blind_says": not sees_all}


def _statement(session: Session, shown: Shown) -> dict[str, Any]:
    """Return what is said at the end alone: what the wall's role knew against what is so, and how much each role did
    not know."""
    if session.ending is None:
        return {"differing": (), "knows": (), "role": shown.wall_role}
    differing = compared(session, shown.wall_role) if shown.wall_role else ()
    return {"differing": differing, "knows": everybody_compared(session), "role": shown.wall_role}


def _ahead(session: Session, looked: Looked | None) -> dict[str, Any]:
    """Return the look ahead, as the console shows it."""
    answered = looked if looked is not None and looked.state == "answered" else None
    loads = session.drill.case.dossier.site.loads
    return {
        "looked": looked,
        "limits": limit_rows(answered) if answered else (),
        "stores": tuple(store_rows(answered)) if answered else (),
        "not_ruled_out": not_ruled_out_percent(answered.question.draws) if answered else 0,
        "secure": lambda limit: limit.kind == "load" and limit.id in loads and loads[limit.id].security,
    }


def _between(session: Session, shown: Shown) -> tuple[Any, ...]:
    """Return what happened in the last jump, at most five lines."""
    from drillsim.session import last_events

    found = last_events(session.drill.run.journal().events, since=shown.between[1], most=5)
    return tuple(found) if shown.between[1] else ()


def _devices(session: Session) -> tuple[str, ...]:
    acts = session.drill.run.acts()  # worked out from all devices and verbs: once a page
    return tuple(dict.fromkeys(name for verb in VERBS for name in acts.get(verb, ())))


def filled(name: str, speech: Speech, values: Mapping[str, Any]) -> str:
    """Return a template filled in."""
    tools = {
        "s": speech, "t": speech.t, "d": speech.d, "of": speech.of, "lang": speech.lang, "send": said_offer,
        "key_of": key_of,
        "begins": _is(Begin), "ends": _is(Finish), "goes": _is(Go), "clock": clock_text, "part_names": PARTS,
    }  # fmt: skip
    return _environment().get_template(name).render(**tools, **values)


def _is(kind: type[Any]) -> Any:
    def test(offer: Offer) -> bool:
        return isinstance(offer.decision, kind)

    return test


def _t(lang: Lang) -> Any:
    return lambda name, /, **told: text(lang, f"session-{name}", **told)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("drillsim.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


__all__ = [
    "FRAGMENTS", "PAGE_OF", "Now", "Shown", "duration_text", "filled", "fragments", "frame", "halt_of", "join_page",
    "said_offer",
    "standing",
]  # fmt: skip
