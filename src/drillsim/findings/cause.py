"""One cause once, with what followed from it: which weak point of a run follows from which other.

A link is a table row: codes that may be causes, codes that may follow, and what must hold between the two. It says
"belongs together" on the files and the journal; that mending the cause mends the rest is proved by running again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from drillsim.findings.dependencies import needed_loads
from drillsim.findings.facts import A04, D02, D03, G03, M07, O05, O06, P01, P02, P03, P06, S03, S06, Facts
from drillsim.findings.finding import Finding, Severity
from drillsim.findings.reach import behind
from drillsim.findings.view import View
from drillsim.journal import Journal
from drillsim.schema import Ats, BusTieTransfer, Case, Genset, Ups, base_name, item_of, number_of

SAME_INSTANT_MS = 1_000
"""Findings that begin this close together begin at once, ms."""

Link = Callable[[View, Finding, Finding], bool]
Kind = TypeVar("Kind", bound=Facts)


@runtime_checkable
class _Timed(Protocol):
    """Facts that say when the weak point began."""

    @property
    def at_ms(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Group:
    """One cause with its consequences, as positions in the list of findings."""

    head: int
    consequences: tuple[int, ...]
    severity: Severity
    """The worst of them."""
    endangers: tuple[str, ...]
    """Limits any of them may have cost."""


def groups(case: Case, journal: Journal, found: Sequence[Finding]) -> tuple[Group, ...]:
    """Every finding once, as a head or under one: worst group first, then in the order of the heads. Consequences
    stand in the order in which they began."""
    view = View(case, journal)
    causes = _Causes(view, found)
    parents = [causes.parent(position) for position in range(len(found))]
    under: dict[int, list[int]] = {}
    for position in range(len(found)):
        under.setdefault(_root(parents, position), []).append(position)
    made = [_group(view, found, head, members) for head, members in under.items()]
    return tuple(sorted(made, key=lambda group: (group.severity, group.head)))


def _group(view: View, found: Sequence[Finding], head: int, members: list[int]) -> Group:
    rest = sorted((each for each in members if each != head), key=lambda each: (began_ms(view, found[each]), each))
    limits = dict.fromkeys(name for each in (head, *rest) for name in found[each].endangers)
    return Group(head, tuple(rest), min(found[each].severity for each in members), tuple(limits))


def _root(parents: Sequence[int | None], position: int) -> int:
    """The first cause; where causes run in a circle, the finding itself."""
    at, seen = position, {position}
    while (up := parents[at]) is not None:
        if up in seen:
            return min(seen)
        seen.add(up)
        at = up
    return at


class _Causes:
    """The findings by code, each with when it began, the earliest first."""

    def __init__(self, view: View, found: Sequence[Finding]) -> None:
        self._view, self._found = view, found
        self._began = [began_ms(view, each) for each in found]
        self._all = sorted(range(len(found)), key=self._age)
        self._of_code: dict[str, list[int]] = {}
        for number in self._all:
            self._of_code.setdefault(found[number].code, []).append(number)

    def parent(self, position: int) -> int | None:
        """The cause of one finding: by the first row of the table that fits, the earliest of those it fits."""
        follows, latest = self._found[position], self._began[position] + SAME_INSTANT_MS
        for causes, codes, link in LINKS:
            if follows.code not in codes:
                continue
            for number in self._earliest_first(causes):
                if self._began[number] > latest:
                    break
                if number != position and link(self._view, self._found[number], follows):
                    return number
        return None

    def _earliest_first(self, codes: tuple[str, ...]) -> Iterable[int]:
        """Findings of these codes; without codes, all."""
        if not codes:
            return self._all
        if len(codes) == 1:
            return self._of_code.get(codes[0], ())
        return sorted((number for code in codes for number in self._of_code.get(code, ())), key=self._age)

    def _age(self, number: int) -> tuple[int, int]:
        return self._began[number], number


def began_ms(view: View, found: Finding) -> int:
    """Return the time it began, ms: as it says, else with the first event it rests on."""
    if isinstance(found.facts, _Timed):
        return found.facts.at_ms
    times = [view.journal.events[seq].t_ms for seq in found.evidence if seq < len(view.journal.events)]
    return min(times, default=view.journal.start_ms)


# --- what must hold between a cause and what follows ---


def _same_subject(view: View, cause: Finding, follows: Finding) -> bool:
    return cause.subject.id == follows.subject.id


def _same_kind(view: View, cause: Finding, follows: Finding) -> bool:
    """The same thing again later."""
    return cause.subject.id == follows.subject.id and _is_first(view, cause, follows)


def _store(view: View, cause: Finding, follows: Finding) -> bool:
    """The cause is about the tank of what follows."""
    spec = view.site.sources.get(follows.subject.id)
    burns = spec.fuel if isinstance(spec, Genset) else None
    return cause.subject.id in (burns, follows.facts.store if isinstance(follows.facts, G03) else None)


def _zone(view: View, cause: Finding, follows: Finding) -> bool:
    """Return whether what follows is about something in the zone, or about loads behind something in it."""
    zone = view.site.zones.get(cause.subject.id)
    return zone is not None and (follows.subject.id in zone.contains or _behind(view, cause, follows))


def _behind(view: View, cause: Finding, follows: Finding) -> bool:
    """A load of what follows stands behind the device of the cause, and went dark meanwhile where that device may
    touch every load."""
    known = (*view.site.sources, *view.site.transfers, *view.site.stores, *view.site.zones, *view.site.loads)
    if cause.subject.id not in known:
        return False
    reach = behind(view.dossier, cause.subject.id)
    loads = [load for load in _loads(view, follows) if load in reach]
    if len(reach) < len(view.feeding.net.load_ids):
        return bool(loads)
    return any(_dark_between(view, load, began_ms(view, cause), began_ms(view, follows)) for load in loads)


def _dark_between(view: View, load: str, from_ms: int, to_ms: int) -> bool:
    return any(span.start_ms <= to_ms and span.end_ms >= from_ms for span in view.load_outages.get(load, ()))


def _loads(view: View, found: Finding) -> tuple[str, ...]:
    name = found.subject.id
    if name in view.site.functions:
        return needed_loads(view.dossier, name)
    if name in view.feeding.net.load_index:
        return (name,)
    return behind(view.dossier, name) if isinstance(view.site.sources.get(name), Ups | Genset) else ()


def _controlled(view: View, cause: Finding, follows: Finding) -> bool:
    """The cause is the control supply of the device or transfer that did not act."""
    transfer, device = view.site.transfers.get(follows.subject.id), view.site.devices.get(follows.subject.id)
    needs = transfer.control_supply if isinstance(transfer, Ats | BusTieTransfer) else None
    return cause.subject.id in (needs, device.control_supply if device else None)


def _other(view: View, cause: Finding, follows: Finding) -> bool:
    """Return whether what follows waited for the step, or fell with the function, the cause is about."""
    if isinstance(follows.facts, D02 | D03):
        return cause.subject.id in follows.facts.other
    return isinstance(follows.facts, P02) and follows.facts.other == cause.subject.id


def _same_step(view: View, cause: Finding, follows: Finding) -> bool:
    return bool(cause.steps) and follows.subject.id in cause.steps


def _same_list(view: View, cause: Finding, follows: Finding) -> bool:
    """Instances of one written step: the first speaks for its list, and for the times it comes up again."""
    one, other = cause.subject.id, follows.subject.id
    many = bool(item_of(one)) or number_of(one) > 1 or number_of(other) > 1
    return (
        many
        and view.clause_of(one)[1] is not None
        and base_name(one) == base_name(other)
        and _is_first(view, cause, follows)
    )


def _restart(view: View, cause: Finding, follows: Finding) -> bool:
    """The restart of the function waited for somebody."""
    return cause.subject.id == f"restart[{follows.subject.id}]"


def _acts_on(view: View, cause: Finding, follows: Finding) -> bool:
    """The step that failed operates the device of the cause."""
    _, step = view.clause_of(follows.subject.id)
    return step is not None and cause.subject.id in step.target


def _same_fact(kind: type[Kind], of: Callable[[Kind], object]) -> Link:
    """Both name the same thing, and it is something."""

    def holds(view: View, cause: Finding, follows: Finding) -> bool:
        one, other = cause.facts, follows.facts
        if not isinstance(one, kind) or not isinstance(other, kind):
            return False
        return bool(of(one)) and of(one) == of(other) and _is_first(view, cause, follows)

    return holds


def _is_first(view: View, cause: Finding, follows: Finding) -> bool:
    """Return whether the cause is the first of several of one code: it began first, or, at once, is first by its
    subject."""
    return (began_ms(view, cause), cause.subject.id, cause.evidence) < (
        began_ms(view, follows), follows.subject.id, follows.evidence,
    )  # fmt: skip


def _at_once(view: View, cause: Finding, follows: Finding) -> bool:
    """Several of one code that began together: the first by what it is about stands for all."""
    near = abs(began_ms(view, cause) - began_ms(view, follows)) <= SAME_INSTANT_MS
    return near and (cause.subject.id, cause.evidence) < (follows.subject.id, follows.evidence)


def _during(view: View, cause: Finding, follows: Finding) -> bool:
    """Return whether what follows began while the cause lasted."""
    start, lasted = began_ms(view, cause), cause.facts.lasted_ms if isinstance(cause.facts, S03) else 0
    return start <= began_ms(view, follows) <= start + lasted


def _met(view: View, cause: Finding, follows: Finding) -> bool:
    return isinstance(cause.facts, S06) and any(step in cause.facts.met for step in follows.steps)


def _recorded(view: View, cause: Finding, follows: Finding) -> bool:
    """The correction was about this very weak point."""
    said = follows.facts.of_code if isinstance(follows.facts, M07) else ""
    return said == cause.code and cause.evidence == follows.evidence


def _role(view: View, cause: Finding, follows: Finding) -> bool:
    """The step that waited belongs to the role that had nobody with a certificate."""
    alone = isinstance(cause.facts, P06) and cause.facts.others == "no"
    return alone and any(step in cause.steps for step in follows.steps)


_OWN = ("G01", "G02", "G03", "G06", "G10", "A01", "A02", "A08")
"""Own supply and its transfers that did not do their part."""
_LATE = ("P01", "P02", "P03", "P06", "P08", "O05", "O06", "A09", "M05")
"""Codes of causes that make a step late."""

LINKS: tuple[tuple[tuple[str, ...], tuple[str, ...], Link], ...] = (
    ((), ("M07",), _recorded),
    *(((code,), (code,), _same_list) for code in ("P01", "P02", "P03", "P08", "O05", "O06", "O08", "M02", "M03")),
    (("S01",), ("G05",), _same_subject),
    (("G04",), ("G03", "S07"), _store),
    (("G03", "G02", "G08"), ("S07",), _same_subject),
    (("G12", "S05"), ("G06",), _same_subject),
    (("A08",), ("A01", "A02", "A04"), _controlled),
    (("G02",), ("G01",), _same_subject),
    (("G10",), ("G01",), _same_subject),
    (("G01",), ("G01",), _same_kind),
    (
        ("O03",),
        ("S04",),
        lambda view, cause, follows: abs(began_ms(view, cause) - began_ms(view, follows)) < SAME_INSTANT_MS,
    ),
    (("S03",), ("S04",), _during),
    (("S04",), ("S04",), _at_once),
    (("A04",), ("A04",), _same_fact(A04, lambda facts: facts.element)),
    (("A05",), ("A05",), _at_once),
    (("D02", "D03"), ("D02", "D03"), _other),
    (("P01", "P02"), ("D01",), _restart),
    (("D02", "D03"), ("D01", "D06"), _same_subject),
    (("D01", "D02", "D03", "D06"), ("M03",), _same_subject),
    (("M01",), ("P04",), lambda view, cause, follows: True),
    (("G05", "S01"), ("A01", "A02", "G01", "G02", "G08", "G11", "D02", "D03", "D05"), _zone),
    (_OWN, ("G08", "D02", "D03", "D05"), _behind),
    (("G08", "G09", "D04"), ("D02", "D03"), _behind),
    (("S06",), ("O01", "O02", "O03"), _met),
    (_LATE, ("M03",), _same_step),
    (("A01", "A02", "G01", "A08", "M05"), ("M02", "O08"), _acts_on),
    (("P01", "P02", "P03", "O05"), ("P02",), _other),
    (("A01", "A08"), ("G14",), _behind),
    (("P06",), ("P01", "P02", "O06"), _role),
    (("P01",), ("P01",), _same_fact(P01, lambda facts: facts.who)),
    (("P02",), ("P02",), _same_fact(P02, lambda facts: facts.other)),
    (("P03",), ("P03",), _same_fact(P03, lambda facts: facts.to)),
    (("P03", "A09"), ("P04",), lambda view, cause, follows: any(step in follows.steps for step in cause.steps)),
    (("O05",), ("O05",), _same_fact(O05, lambda facts: facts.parts)),
    (("O06",), ("O06",), _same_fact(O06, lambda facts: facts.person)),
)
"""Causes (empty: any), what may follow, and what must hold; the first row that fits decides."""
