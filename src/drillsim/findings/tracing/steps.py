"""The time line of a step: its own work and waits back to when it got ready, and what made it ready."""

from __future__ import annotations

from drillsim.findings.tracing.knowing import Wanted, named, told
from drillsim.findings.tracing.link import IMPLICIT, NOTHING, Anchor, Link, Part, subject_of, wait_cause, work_cause
from drillsim.findings.tracing.record import Record, StepLine, Wait
from drillsim.schema import base_name, number_of, without_item


def step_done(record: Record, anchor: Anchor) -> Link:
    """A step acted, told or ended: all from when it got ready."""
    line = record.steps.get(anchor.id)
    if line is None:
        return NOTHING
    if line.ready is None or line.ready >= anchor.seq:
        return _never_ready(record, anchor, line)
    return Link(_own_parts(record, anchor, line, line.ready), Anchor("released", anchor.id, line.ready))


def _own_parts(record: Record, anchor: Anchor, line: StepLine, ready: int) -> tuple[Part, ...]:
    """Waits by their reasons, the rest is work; latest first."""
    work, parts = work_cause(anchor.id), []
    for wait in reversed(line.waits):
        if ready <= wait.start < anchor.seq:
            if wait.end < anchor.seq:
                parts.append((record.t(wait.end), work))
            parts.append((record.t(wait.start), wait_cause(anchor.id, wait.reason)))
    return (*parts, (record.t(ready), work))


def _never_ready(record: Record, anchor: Anchor, line: StepLine) -> Link:
    """Skipped: by what let its performer know. Timed out: it waited in vain from the beginning of its card."""
    if line.state != "timed_out" or not line.waits or line.ended != anchor.seq:
        return released(record, anchor)
    card = record.plant.card_of.get(base_name(anchor.id), "")
    active = next((seq for seq in reversed(record.cards.get(card, ())) if seq <= anchor.seq), 0)
    since = record.t(active) if number_of(anchor.id) == 1 else record.t(line.waits[0].start)
    waited = (since, wait_cause(anchor.id, line.waits[-1].reason))
    return Link((waited,), Anchor("card", card, active + 1))


def released(record: Record, anchor: Anchor) -> Link:
    """A step got ready: when the last thing it waited for was there, else with its card."""
    line = record.steps[anchor.id]
    wait = next((each for each in reversed(line.waits) if each.start < anchor.seq), None)
    if wait is None:
        return _with_its_card(record, anchor)
    cause = wait_cause(anchor.id, wait.reason)
    if wait.reason in ("predecessor", "not_known"):
        ended = _ended(record, anchor.seq, wait)
        if ended is not None:
            return Link(next=ended)
        known = told(record, anchor.seq, named(_names(wait)), cause)
        if known is not None and (known.parts or known.next):
            return known
    return Link(((record.t(wait.start), cause),), Anchor("released", anchor.id, wait.start))


def _with_its_card(record: Record, anchor: Anchor) -> Link:
    stem = base_name(anchor.id)
    if stem in IMPLICIT:
        return Link(next=Anchor("need", subject_of(anchor.id), anchor.seq))
    return Link(next=Anchor("card", record.plant.card_of.get(stem, ""), anchor.seq))


def _ended(record: Record, seq: int, wait: Wait) -> Anchor | None:
    """The step waited for that ended in the instant of `seq`, the last of them."""
    for event in record.before(seq):
        if event.type == "step_ends":
            name = event.data["step"]
            if name in wait.on or without_item(name) in wait.on:
                return Anchor("step", name, event.seq)
    return None


def _names(wait: Wait) -> tuple[str, ...]:
    """Return the ids it waited for; of an instance its written step too."""
    return tuple(dict.fromkeys((*wait.on, *map(base_name, wait.on))))


# --- cards ---


def card_active(record: Record, anchor: Anchor) -> Link:
    """A card became active: from when its trigger was known, and how that came to be known."""
    places = [place for place in record.cards.get(anchor.id, ()) if place <= anchor.seq]
    if not places:
        return NOTHING
    triggered = next((seq for seq in reversed(places) if record.events[seq].type == "card_triggered"), places[-1])
    person = record.events[triggered].data["person"]
    known = told(record, triggered, _trigger(record, anchor.id), f"noticing:{anchor.id}", person) or NOTHING
    return Link(((record.t(triggered), f"deciding:{anchor.id}"), *known.parts), known.next)


def _trigger(record: Record, card: str) -> Wanted:
    """Facts the card's trigger asks for, in the state it asks for where it is one of words."""
    leaves = record.plant.trigger_of.get(card, frozenset())

    def wanted(kind: str, name: str, value: object) -> bool:
        return (name, value) in leaves or (name, "") in leaves

    return wanted
