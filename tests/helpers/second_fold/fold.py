"""One run, read event by event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from drillsim.findings.finding import Finding
from drillsim.journal.events import Event
from drillsim.journal.record import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from helpers.second_fold.mains import Mains

Span = tuple[int, int]
"""From and to, ms."""
ONE_GLANCE_MS = 20
"""Two interruptions of a load with less between them are one."""


class Fold:
    """A journal with the files it was played on."""

    def __init__(self, case: Case, journal: Journal) -> None:
        self.case, self.journal = case, journal
        self.events = journal.events
        self.initial = self.events[0].data
        self.start, self.end = self.events[0].t_ms, journal.end_ms

    @property
    def dossier(self) -> Compiled:
        return self.case.dossier

    @cached_property
    def mains(self) -> Mains:
        """Return the supply of each load over time."""
        return Mains(self.dossier, self.journal)

    # -- events --------------------------------------------------------------------------------------------------------
    def of(self, *types: str, **fields: object) -> Iterator[Event]:
        """Events of these types with these values, in order."""
        return (e for e in self.events if e.type in types and all(e.data.get(k) == v for k, v in fields.items()))

    def anchor(self, found: Finding, *types: str, **fields: object) -> Event:
        """The first event of these types among those the weak point rests on."""
        seqs = set(found.evidence)
        return next(e for e in self.of(*types, **fields) if e.seq in seqs)

    def next_ms(self, after: int, *types: str, **fields: object) -> int:
        """Return the time such an event next came, ms, at or after `after`; the end of the run where none did."""
        return next((e.t_ms for e in self.of(*types, **fields) if e.t_ms >= after), self.end)

    def last(self, before: Event, *types: str, **fields: object) -> Event | None:
        """The latest such event up to `before`."""
        found = [e for e in self.of(*types, **fields) if e.seq <= before.seq]
        return found[-1] if found else None

    # -- interruptions -------------------------------------------------------------------------------------------------
    def dark(self, load: str) -> list[Span]:
        """Return the times the load was dark."""
        since = None if self.initial["loads"].get(load, {"live": True})["live"] else self.start
        spans: list[Span] = []
        for event in self.of("load_lost", "load_restored", load=load):
            if event.type == "load_lost" and since is None:
                since = event.t_ms
            elif event.type == "load_restored" and since is not None:
                spans, since = _with(spans, (since, event.t_ms)), None
        if since is not None:
            spans = _with(spans, (since, self.end), last=True)
        return spans

    def away(self, function: str) -> list[Span]:
        """Return the times the function did not work."""
        works = ("normal", "riding_through")
        since = None if self.initial["functions"].get(function, "normal") in works else self.start
        spans: list[Span] = []
        for event in self.of("function_changed", function=function):
            if event.data["state"] in works and since is not None:
                spans += [(since, event.t_ms)] if event.t_ms > since else []
                since = None
            elif event.data["state"] not in works and since is None:
                since = event.t_ms
        return spans if since is None else [*spans, (since, self.end)]

    def longest(self, name: str) -> Span:
        """The longest interruption of a load or function."""
        spans = self.away(name) if name in self.dossier.site.functions else self.dark(name)
        return max(spans, key=lambda span: span[1] - span[0])

    # -- steps ---------------------------------------------------------------------------------------------------------
    def waits(self, step: str, reason: str) -> list[Span]:
        """Waits of the step instance for this reason that took any time."""
        began: list[int] = []
        spans: list[Span] = []
        for event in self.of("wait_begins", "wait_ends", step=step, reason=reason):
            if event.type == "wait_begins":
                began.append(event.t_ms)
            elif began:
                spans.append((began.pop(), event.t_ms))
        spans += [(since, self.end) for since in began]
        return sorted(span for span in spans if span[1] > span[0])

    def waited(self, step: str, reason: str) -> int:
        """Return how long it waited for this reason, ms, all parts together."""
        return sum(end - start for start, end in self.waits(step, reason))

    def ended_ms(self, step: str) -> int:
        """Return the time the step was over, ms; the end of the run where it was not."""
        return self.next_ms(self.start, "step_ends", step=step)

    # -- people --------------------------------------------------------------------------------------------------------
    def on_duty(self, person: str, t_ms: int) -> bool:
        state = self.initial["people"].get(person, {})
        now = bool(state.get("on_duty", state.get("duty", False)))
        for event in self.of("on_duty", "off_duty", person=person):
            if event.t_ms <= t_ms:
                now = event.type == "on_duty"
        return now

    def began(self) -> int:
        """Return the time the first load went dark or the first source was lost, ms."""
        return next(e.t_ms for e in self.of("load_lost", "source_lost"))


def _with(spans: list[Span], new: Span, *, last: bool = False) -> list[Span]:
    if new[0] == new[1] and not last:
        return spans
    if spans and new[0] - spans[-1][1] < ONE_GLANCE_MS:
        return [*spans[:-1], (spans[-1][0], new[1])]
    return [*spans, new]


def length(span: Span) -> int:
    """Return the length of the span, ms."""
    return span[1] - span[0]
