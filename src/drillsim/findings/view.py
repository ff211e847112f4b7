"""The view of every rule: the files, the journal, and what is folded from it once.

Rules are pure: a `View` in, findings out. Nothing here is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drillsim.findings.dependencies import is_critical, needed_loads
from drillsim.findings.feeding import Feeding
from drillsim.findings.finding import Verdict
from drillsim.findings.verdict import verdicts
from drillsim.journal import Event, Interval, Journal, StepRow, Wait, function_outages, load_outages, step_rows
from drillsim.schema import Card, Case, Compiled, Plan, Side, Site, Step, base_name, instances, kinds


@dataclass(frozen=True, slots=True)
class Missed:
    """A limit that was missed, with the interruption that did it."""

    kind: str
    id: str
    start_ms: int
    end_ms: int
    critical: bool
    loads: tuple[str, ...]
    """The load itself, or the loads the function stands on."""


@dataclass(frozen=True, slots=True)
class StepWait:
    """All waits of one step instance for one reason."""

    row: StepRow
    step: Step | None
    """None for a step no clause wrote, such as a restart."""
    reason: str
    parts: tuple[Wait, ...]

    @property
    def ms(self) -> int:
        """Time waited, all parts together."""
        return sum(wait.span.ms for wait in self.parts)

    @property
    def start_ms(self) -> int:
        """Time the first part began, ms."""
        return self.parts[0].span.start_ms

    @property
    def end_ms(self) -> int:
        """Time the last part ended, ms."""
        return self.parts[-1].span.end_ms

    @property
    def on(self) -> tuple[str, ...]:
        """The things it waited for, each once."""
        return tuple(dict.fromkeys(name for wait in self.parts for name in wait.on))

    @property
    def seqs(self) -> tuple[int, ...]:
        """Events that begin and end the parts."""
        return tuple(seq for wait in self.parts for seq in wait.span.seqs)


class View:
    """One run, ready to be judged."""

    def __init__(self, case: Case, journal: Journal) -> None:
        self.case, self.journal = case, journal

    @property
    def dossier(self) -> Compiled:
        return self.case.dossier

    @property
    def site(self) -> Site:
        return self.dossier.site

    @property
    def plan(self) -> Plan:
        return self.dossier.plan

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every load and function judged."""
        return verdicts(self.case, self.journal, self.feeding)

    @cached_property
    def feeding(self) -> Feeding:
        """The sources that fed each load over time."""
        return Feeding(self.dossier, self.journal)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind of every id of the customer."""
        return kinds(self.dossier)

    @cached_property
    def load_outages(self) -> dict[str, tuple[Interval, ...]]:
        """Real interruptions of every load (0 ms is none)."""
        return {name: _real(spans) for name, spans in load_outages(self.journal).items()}

    @cached_property
    def function_outages(self) -> dict[str, tuple[Interval, ...]]:
        """Times each function did not work."""
        return {name: _real(spans) for name, spans in function_outages(self.journal).items()}

    @cached_property
    def rows(self) -> tuple[StepRow, ...]:
        """Every step instance."""
        return step_rows(self.journal)

    @cached_property
    def clauses(self) -> dict[str, tuple[Card, Step]]:
        """Card and step by step id; one that found its targets has those it found."""
        return {step.id: (card, self._as_carried_out(step)) for card, step in self.plan.steps()}

    @cached_property
    def active_cards(self) -> frozenset[str]:
        """Cards that were active in the run; to ask, never to go through."""
        return frozenset(event.data["card"] for event in self.events("card_active"))

    def _as_carried_out(self, step: Step) -> Step:
        found = self.first("targets_found", step=step.id) if step.find else None
        return step if found is None else step.model_copy(update={"target": tuple(found.data["targets"])})

    @cached_property
    def missed(self) -> tuple[Missed, ...]:
        """Limits missed, loads first."""
        found = []
        for verdict in self.verdicts:
            spans = (self.load_outages if verdict.kind == "load" else self.function_outages).get(verdict.id, ())
            if verdict.verdict == "missed" and spans:
                worst = max(spans, key=lambda span: span.ms)
                loads = (verdict.id,) if verdict.kind == "load" else needed_loads(self.dossier, verdict.id)
                critical = is_critical(self.dossier, verdict.kind, verdict.id) or verdict.why == "harmed"
                found.append(Missed(verdict.kind, verdict.id, worst.start_ms, worst.end_ms, critical, loads))
        return tuple(found)

    def waits(self, *reasons: str) -> Iterator[StepWait]:
        """Waits of more than nothing, one for each step and reason, in journal order of the steps."""
        for row in self.rows:
            for reason in reasons:
                parts = tuple(wait for wait in row.waits if wait.reason == reason and wait.span.ms > 0)
                if parts:
                    yield StepWait(row, self.clause_of(row.step)[1], reason, parts)

    def clause_of(self, instance: str) -> tuple[Card | None, Step | None]:
        """Card and step of a step instance (`S31[sub-17]` and `S31#2` are instances of `S31`)."""
        return self.clauses.get(base_name(instance), (None, None))

    @cached_property
    def carried_out(self) -> Mapping[str, Step]:
        """Every step of the plan by the names it is carried out under, narrowed to its item where it has one."""
        return {each.name: each.step for _, step in self.clauses.values() for each in instances(self.dossier, step)}

    def events(self, *types: str, **fields: object) -> Iterator[Event]:
        """Events of the given types whose fields have the given values."""
        return (e for e in self.journal.of(*types) if all(e.data.get(key) == value for key, value in fields.items()))

    def first(self, *types: str, after: int | None = None, **fields: object) -> Event | None:
        """The first such event, at or after `after`."""
        return next((e for e in self.events(*types, **fields) if after is None or e.t_ms >= after), None)

    def side_of(self, person: str) -> Side | None:
        """Return the side of the person; None for an unknown id."""
        found = self.dossier.customer.people.get(person)
        return found.side if found else None

    def disturbance_ms(self) -> int | None:
        """Return the time the first load went dark or the first source was lost, ms; None when nothing did."""
        times = [e.t_ms for e in self.journal.of("load_lost", "source_lost")]
        return min(times) if times else None


def id_of(fact: str) -> str:
    """The id in a fact as events write it (`bus:I-10kV`, `bus:I-10kV=dead`, or just the id)."""
    return fact.split(":", 1)[-1].split("=", 1)[0]


def _real(spans: tuple[Interval, ...]) -> tuple[Interval, ...]:
    return tuple(span for span in spans if span.ms > 0 or span.open)
