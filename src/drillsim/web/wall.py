"""The things the wall shows beside the situation: its view, the diagram, the ladder, what was known against what is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drillsim.documents.pictures.oneline.live import Told
from drillsim.session import (
    GROUPS,
    TO_SETTLE,
    Compared,
    Rung,
    Section,
    Session,
    SubjectSeen,
    attendance,
    compared,
    ladder,
    roles_played,
    sections,
    settled,
    states,
    wall,
)
from drillsim.units import MS_PER
from drillsim.web.words import Speech

VIEWS = ("briefing", "roles", "board", "diagram", "ladder", "messages", "statement", "sections")
"""Views of the wall, one at a time: what fits on a projector's screen and is read at ten metres."""
DRAWN = ("source", "bus", "switch")
MOST_LIMITS, MOST_MESSAGES, MOST_COMPARED, MOST_RUNGS, MOST_SECTIONS = 6, 4, 8, 10, 42
MOST_SUPPLIES = 12
TOLD_FIRST = ("source", "function", "load", "switch", "bus")
"""Order in which is told what was known otherwise: what a room asks for first."""
GONE = ("dead", "failed")
_WORST_FIRST = ("harmed", "lost", "restarting", "riding_through", "safe_stopped")


@dataclass(frozen=True, slots=True)
class Knows:
    """A role at the end: how many states it knew otherwise than they were, or not at all."""

    role: str
    differing: int


def view_of(session: Session, chosen: str) -> str:
    """Return the view that is shown: the chosen one; without one what fits the stage of the drill."""
    if chosen and (chosen != "statement" or session.ending is not None):
        return chosen
    if session.ending is not None:
        return "statement"
    return "board" if session.begun else "briefing"


def wall_values(session: Session, role: str, view: str, page: int = 0) -> dict[str, Any]:
    """Return what the wall is filled with. A role's board shows what the role knows, and nothing else."""
    board = wall(session, role)
    limits = sorted((each for each in board.subjects if each.left_ms is not None), key=lambda each: each.left_ms or 0)
    values: dict[str, Any] = {
        "w": board, "view": view, "limits": limits[:MOST_LIMITS], "more_limits": max(0, len(limits) - MOST_LIMITS),
        "messages": (board.heard or board.last)[:MOST_MESSAGES],
    }  # fmt: skip
    if view == "board":
        supplies = [each for each in board.subjects if each.kind in ("source", "store")]
        supplies.sort(key=lambda each: not _is_lost(each, role))
        values |= {
            "supplies": supplies[:MOST_SUPPLIES], "is_gone": is_gone, "more_supplies": len(supplies[MOST_SUPPLIES:]),
            "more_gone": sum(is_gone(each) for each in supplies[MOST_SUPPLIES:]),
        }  # fmt: skip
    if view in ("briefing", "roles"):
        values |= before_values(session)
    if view == "ladder":
        rungs = sorted(ladder(session, role), key=_how_bad)
        values |= {"rungs": rungs[:MOST_RUNGS], "more_rungs": max(0, len(rungs) - MOST_RUNGS)}
    if view == "sections":
        found = sections(session.drill.case.dossier, states(session, role))
        shown, which = _page_of(found, page, MOST_SECTIONS)
        values |= {"sections": shown, "counts": _grouped(found), **which}
    if view == "statement":
        differing = sorted(compared(session, role), key=lambda each: TOLD_FIRST.index(each.kind)) if role else []
        shown, which = _page_of(differing, page, MOST_COMPARED)
        values |= {
            "differing": shown, "all_differing": len(differing), "most": MOST_COMPARED, **which,
            "knows": everybody_compared(session),
        }  # fmt: skip
    return values


def before_values(session: Session, on_duty: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, Any]:
    """Return what stands before the drill: who is there, what is settled, who plays which role. `on_duty` as for
    `roles_played`."""
    return {
        "attended": attendance(session), "to_settle": TO_SETTLE, "settled": settled(session),
        "played": roles_played(session, on_duty),
    }  # fmt: skip


def _page_of(found: Sequence[Any], page: int, most: int) -> tuple[Sequence[Any], dict[str, int]]:
    """Return one page of something, and which one it is; behind the last comes the first."""
    pages = max(1, -(-len(found) // most))
    at = page % pages
    return found[at * most : (at + 1) * most], {"page_number": at + 1, "pages": pages}


def _grouped(found: Sequence[Section]) -> list[tuple[str, list[Section]]]:
    """Return the sections by group, without empty ones."""
    grouped = ((group, [each for each in found if each.group == group]) for group in GROUPS)
    return [(group, those) for group, those in grouped if those]


def diagram_values(session: Session, role: str, speech: Speech) -> dict[str, Any]:
    """Return the one-line diagram of what the role knows, with an empty role of what is so; and by group the sections
    that are not drawn, so that none that is dead is passed over in silence."""
    known = states(session, role)
    facts = {
        fact: Told(each.value, None if each.age_ms is None else each.age_ms // MS_PER["min"], each.before)
        for fact, each in known.items()
        if fact[0] in DRAWN
    }
    drawn = speech.oneline.drawn
    left_out = [each for each in sections(session.drill.case.dossier, known) if each.bus not in drawn]
    return {"svg": _diagram(facts, role, speech), "left_out": len(left_out), "undrawn": _grouped(left_out)}


def _diagram(facts: Mapping[tuple[str, str], Told], role: str, speech: Speech) -> str:
    whose = speech.t("known-by", who=speech.of(role)) if role else speech.t("what-is-so")
    dead = [name for (kind, name), each in facts.items() if kind == "bus" and each.value == "dead"]
    return speech.diagram(facts, speech.d("oneline-says", whose=whose, dead=len(dead), all=_buses(facts)))


def everybody_compared(session: Session) -> tuple[Knows, ...]:
    """Return for each role that somebody was on duty for how much it knew otherwise."""
    return tuple(Knows(each.role, len(compared(session, each.role))) for each in roles_played(session) if each.people)


def _is_lost(each: SubjectSeen, role: str) -> bool:
    """Return whether a supply is gone, and not only as it stood before the drill: it stands first."""
    return is_gone(each) and (not role or each.age_ms is not None)


def is_gone(each: SubjectSeen) -> bool:
    """Return whether a source is dead, or a store empty."""
    return each.value in GONE or (each.kind == "store" and each.value == 0)


def _how_bad(rung: Rung) -> int:
    """Put lost functions before those that come back, unknown ones behind them, normal ones last."""
    if rung.state is None or rung.back:
        return len(_WORST_FIRST)
    value = rung.state.value
    return _WORST_FIRST.index(value) if value in _WORST_FIRST else len(_WORST_FIRST) + 1


def _buses(facts: Iterable[tuple[str, str]]) -> int:
    return sum(kind == "bus" for kind, _ in facts)


__all__ = [
    "VIEWS",
    "Compared",
    "Knows",
    "before_values",
    "diagram_values",
    "everybody_compared",
    "view_of",
    "wall_values",
]
