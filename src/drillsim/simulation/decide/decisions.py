"""The decisions: by whom, and the ids they name. Frozen values that a journal holds and a replay reads back.

A decision *starts* something; travel and durations stay simulated, with the same luck whoever decides. `by` is a
person, or `FACILITATOR` for whoever leads the drill, who is nobody of the customer's people.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from math import isfinite
from typing import Any, Literal

from drillsim.schema import LATE_MS

FACILITATOR = ""
"""Whoever leads the drill: injects, corrects what was entered wrongly, reports the end of steps."""

State = str | float | None
FactRow = tuple[str, str, State]
"""Kind, id, value, as in the journal: `("switch", "101", "open")`. A value of None takes the belief back."""


@dataclass(frozen=True, slots=True)
class Activate:
    """Activates `card`; `by` holds the role that activates it."""

    card: str
    by: str


@dataclass(frozen=True, slots=True)
class Begin:
    """`step` begins, with whoever of its role is free first; named, the first free of `people` goes and no other.

    The person who decides holds a role of the step or leads its card, and may send somebody else. A busy person goes
    when they are free. A step named by nobody's people that is not ready, as `by` knows, is begun by `by` in person.
    `supervisor` names who watches. `regardless`: it goes without the permits and the second person it does not have.
    """

    step: str
    by: str
    people: tuple[str, ...] = ()
    supervisor: str = ""
    regardless: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """`step` is left out."""

    step: str
    by: str


@dataclass(frozen=True, slots=True)
class Close:
    """`card` is over; what of it has not begun is dropped. `by` leads it, or holds the role that activates it."""

    card: str
    by: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Takes the way `option` of the decision `step`; `by` is at it, or leads its card. Before they have come to the
    choice it is kept for them."""

    step: str
    option: str
    by: str


@dataclass(frozen=True, slots=True)
class Permit:
    """Gives `permit`, asked for or not; `by` holds the role that gives it."""

    permit: str
    by: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuses `permit`, which somebody has asked for."""

    permit: str
    by: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Tells a person, or the holders of a role, what `by` believes of the things `facts` names.

    One call of half a minute (assumed); nobody answers: the call failed. Without `channel`: the first of the contact
    tree between the two, else the first of the site. Beside one another no channel is needed.
    """

    to: str
    facts: tuple[str, ...]
    by: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks a person, or the holders of a role, for what they believe of the things `facts` names; else as `Tell`."""

    to: str
    facts: tuple[str, ...]
    by: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """Goes to `place` and stays there: it is their post until they go elsewhere."""

    place: str
    by: str


@dataclass(frozen=True, slots=True)
class Act:
    """Does `do` to the targets, one after another, planned or not, by anybody who can get there.

    Nothing is asked for beforehand: permits, second person and interlocks of the plan are what they are, and hazards
    judge it. `to`, `uses`: as in a step. `supervisor`: a person who watches; they are waited for.
    """

    do: str
    target: tuple[str, ...]
    by: str
    to: str = ""
    supervisor: str = ""
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inject:
    """A fault of the scenario's kind begins now, as in a scenario file; `over`: what is so of it ends now.

    `for_ms`: how long; without it until repaired, or to the end.
    """

    fault: str
    on: tuple[str, ...]
    by: str = FACILITATOR
    for_ms: int | None = None
    over: bool = False
    attempts: str = "all"
    to: str = "both"
    residual_percent: float | None = None
    action: str = "omit"
    instead: str = ""
    late_ms: int = LATE_MS


@dataclass(frozen=True, slots=True)
class Withdraw:
    """An event, or words, that the scenario holds for later do not come: `what` is the list, `number` the place in it,
    from 0."""

    what: Literal["events", "information"]
    number: int
    by: str = FACILITATOR


@dataclass(frozen=True, slots=True)
class Inform:
    """People and roles are told something, which changes nothing in the world.

    `information` is the place in the scenario's list, or a key under which whoever leads the drill keeps the words.
    They come to believe `facts`, true or not.
    """

    to: tuple[str, ...]
    information: int | str
    by: str = FACILITATOR
    facts: tuple[FactRow, ...] = ()
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Finish:
    """The person at `step`, its card's leader or the facilitator reports its end, which stands for the simulated time
    of the work that is left: `done`, and it takes effect now, or once they have got there; `failed`, and it does not.
    """

    step: str
    by: str
    outcome: Literal["done", "failed"] = "done"


@dataclass(frozen=True, slots=True)
class Correct:
    """The correction of a wrong entry: `people` believe the rows of `facts` from now on; a value of None takes a belief
    back to what stood before the run, or to nothing known.

    `report` names a step, a tell or an ask: whoever heard it takes back what it told them, unless they have learned it
    elsewhere since. The world stays as it is, and the journal keeps what it held. A person corrects only themselves.
    """

    by: str = FACILITATOR
    people: tuple[str, ...] = ()
    facts: tuple[FactRow, ...] = ()
    report: str = ""


Decision = (
    Activate | Begin | Skip | Close | Choose | Permit | Refuse | Tell | Ask | Go | Act
    | Inject | Withdraw | Inform | Finish | Correct
)  # fmt: skip

KINDS: dict[str, type[Any]] = {
    "activate": Activate,
    "begin": Begin,
    "skip": Skip,
    "close": Close,
    "choose": Choose,
    "permit": Permit,
    "refuse": Refuse,
    "tell": Tell,
    "ask": Ask,
    "go": Go,
    "act": Act,
    "inject": Inject,
    "withdraw": Withdraw,
    "inform": Inform,
    "finish": Finish,
    "correct": Correct,
}
"""Name of each in the journal."""
NAMES: Mapping[type[Any], str] = {kind: name for name, kind in KINDS.items()}


def as_told(decision: Decision) -> dict[str, Any]:
    """Return the fields it names, as the journal's `what` holds them: fields but `by`, less those nobody has filled
    in."""
    found = {}
    for each in fields(decision):
        value = getattr(decision, each.name)
        if each.name != "by" and (each.default is MISSING or value != each.default):
            found[each.name] = _plain(value)
    return found


def decision_of(kind: str, by: str, what: Mapping[str, Any]) -> Decision:
    """The decision a journal tells of. Raises: KeyError, TypeError where it is none of this version's."""
    found: Decision = KINDS[kind](by=by, **{name: _frozen(value) for name, value in what.items()})
    return found


def misshapen(decision: object) -> str:
    """The field that holds what it cannot; the type's own name of what is no decision; empty when all is well."""
    name = NAMES.get(type(decision))
    if name is None:
        return type(decision).__name__
    shapes = {**_SHAPES, **_OWN_SHAPES.get(name, {})}
    fields_ = fields(decision)  # type: ignore[arg-type]
    wrong = (each.name for each in fields_ if not shapes.get(each.name, _is_text)(getattr(decision, each.name)))
    return next(wrong, "")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _are_rows(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_row, value))


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_whole(value) or (isinstance(value, float) and isfinite(value))


def _is_row(row: object) -> bool:
    if not isinstance(row, tuple) or len(row) != 3 or not _are_texts(row[:2]):
        return False
    return row[2] is None or _is_text(row[2]) or _is_number(row[2])


_SHAPES: dict[str, Callable[[object], bool]] = {
    "people": _are_texts,
    "target": _are_texts,
    "uses": _are_texts,
    "on": _are_texts,
    "facts": _are_rows,
    "regardless": _is_flag,
    "over": _is_flag,
    "late_ms": _is_whole,
    "number": _is_whole,
    "what": lambda value: value in ("events", "information"),
    "for_ms": lambda value: value is None or _is_whole(value),
    "residual_percent": lambda value: value is None or _is_number(value),
    "information": lambda value: _is_text(value) or _is_whole(value),
    "outcome": lambda value: value in ("done", "failed"),
}
"""Test of a field's value, by its name; any other is text."""
_OWN_SHAPES: dict[str, dict[str, Callable[[object], bool]]] = {
    "tell": {"facts": _are_texts},
    "ask": {"facts": _are_texts},
    "inform": {"to": _are_texts},
}
"""Fields that hold something else in one kind of decision."""


def _plain(value: Any) -> Any:
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
