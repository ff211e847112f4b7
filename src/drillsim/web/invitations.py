"""Those who may take part in a drill: every part has a link from the start, and whoever leads makes more."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.session import PARTS, Part, Participant, Session
from drillsim.web.access import Access

WALL = "projector"
"""Name of whoever is the window for the projector: it shows one view at a time, which the console chooses."""
MOST_LINKS, MOST_NAME = 100, 60
_BESIDE: tuple[Part, ...] = ("simulator", "evaluator", "safety_officer", "scribe", "observer")


def from_the_start(session: Session, leader: Participant) -> Iterator[Participant]:
    """Yield whoever has a link without being asked for: one for every part, and a player for every role."""
    yield leader
    yield Participant(WALL, WALL, "observer")
    yield Participant("director", "director", "director")
    for number, role in enumerate(session.drill.case.dossier.plan.actors, start=1):
        yield Participant(f"player-{number}", role, "player", (role,))
    for part in _BESIDE:
        yield Participant(part.replace("_", "-"), part, part)


def one_more(access: Access, part: str, name: str, plays: tuple[str, ...]) -> Participant:
    """Return somebody who is to take part beside the others, with an id of their own. Raises: ValueError for a part
    that is none, a player without a role, or one too many."""
    known: Part | None = next((each for each in PARTS if each == part), None)
    taken = {ticket.participant.id for ticket in access.tickets()}
    if known is None or len(taken) >= MOST_LINKS or (known == "player" and not plays):
        raise ValueError(part)
    ids = (f"{known.replace('_', '-')}-more-{number}" for number in range(1, MOST_LINKS + 1))
    return Participant(next(each for each in ids if each not in taken), name, known, plays if known == "player" else ())
