"""The judgement whether a change matters, and whether anything says so: read from verdicts, journals and the rules'
answers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from drillsim.checks import Result, check
from drillsim.files.scenario_file import find_scenarios, load_scenario
from drillsim.files.shipped import shipped_root
from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding, Verdict
from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from drillsim.schema.step_name import base_name
from drillsim.simulation import simulate
from helpers.blind.change import Spoiled
from helpers.blind.draw import Change
from helpers.blind.reload import changed

AS_OF = dt.date(2026, 7, 15)
NOTICED_MS = 1_000
Failing = dict[tuple[str, str, str], list[frozenset[str]]]
WORDS = ("met", "not_tested", "cannot_say", "missed")
"""Verdicts from best to worst."""


@dataclass(frozen=True)
class Outcome:
    """The result of one run."""

    journal: Journal
    verdicts: Mapping[str, Verdict]
    harms: Counter[str]
    hazards: Counter[tuple[str, str]]
    findings: tuple[Finding, ...]
    cards: frozenset[str]
    """Cards that were triggered."""


@dataclass
class Told:
    """The outcome of one change."""

    change: Change
    refused: str = ""
    damaged: dict[str, str] = field(default_factory=dict)
    """Subject → what of it is worse, where it was seen first."""
    harmed: bool = False
    """A protected subject, harm or hazard is worse in some scenario that was played."""
    said: list[str] = field(default_factory=list)
    """Sentences that are new and name the changed thing or the damaged subject."""
    named: bool = False
    """True where one of them names the changed thing, its step or its card."""
    new: list[str] = field(default_factory=list)
    """All that is new, named or not."""
    words: list[set[str]] = field(default_factory=list)
    """The ids each of them speaks of."""
    grave: list[str] = field(default_factory=list)
    """New weak points of severity A."""
    played: int = 0

    @property
    def matters(self) -> bool:
        """Worse somewhere, or something taken away that the trade's rules ask for."""
        return self.harmed or bool(self.change.spoiled.forbids)

    @property
    def flagged(self) -> bool:
        """Return whether anything new speaks of it."""
        return bool(self.said)

    @property
    def missed(self) -> bool:
        """Return whether it matters and nothing speaks of it."""
        return self.matters and not self.flagged


# --- one customer as it is shipped ---


TELLING = (
    "both-lost-night-autostart-fails",
    "night-bus-tie-refuses",
    "source-lost-day",
    "both-lost-night-long",
    "bus-fault",
    "basement-flooded",
    "transformer-fault-smoke",
    "storm-vehicles-short",
    "dip-to-zero",
    "ats-fails",
)
"""Played first: between them they call most cards and most automatics."""


@cache
def _scenarios(customer: str) -> dict[str, Scenario]:
    paths = find_scenarios(shipped_root() / "plans" / customer)
    own = (name for name in paths if name not in TELLING)
    return {name: load_scenario(paths[name]).scenario for name in (*TELLING, *own)}


@cache
def _shipped(customer: str) -> Compiled:
    dossier, problems = changed(customer, ())
    assert dossier is not None, problems
    return dossier


@cache
def _flow(customer: str) -> PowerFlow:
    return Memo(PandapowerFlow(_shipped(customer).network))


@cache
def _before(customer: str, scenario: str) -> Outcome:
    return _outcome(_shipped(customer), customer, scenario, _flow(customer))


@cache
def _failing(customer: str) -> Failing:
    return failures(check(_shipped(customer), as_of=AS_OF, flow=_flow(customer)))


def _outcome(dossier: Compiled, customer: str, scenario: str, flow: PowerFlow) -> Outcome:
    case = Case(dossier, scenario, _scenarios(customer)[scenario])
    return _read(case, simulate(case, seed=1, flow=flow))


def _read(case: Case, journal: Journal) -> Outcome:
    return Outcome(
        journal,
        {each.id: each for each in verdicts(case, journal)},
        Counter(e.data["function"] for e in journal.of("function_changed") if e.data["state"] == "harmed"),
        _hazards(journal),
        assess(case, journal),
        frozenset(event.data["card"] for event in journal.of("card_triggered")),
    )


def _hazards(journal: Journal) -> Counter[tuple[str, str]]:
    return Counter((e.data["hazard"], base_name(str(e.data.get("device", "")))) for e in journal.of("hazard"))


# --- worse ---


def _worse(before: Outcome, after: Outcome) -> Iterator[tuple[str, str]]:
    """Subjects that are worse, and how."""
    for name, new in after.verdicts.items():
        old = before.verdicts.get(name)
        if old is not None and (old.protected or new.protected):
            yield from ((name, how) for how in _verdict_worse(old, new))
    yield from ((name, "harmed") for name in after.harms - before.harms)
    yield from ((device or hazard, hazard) for hazard, device in after.hazards - before.hazards)


def _verdict_worse(old: Verdict, new: Verdict) -> Iterator[str]:
    if WORDS.index(new.verdict) > WORDS.index(old.verdict):
        yield f"{old.verdict} → {new.verdict}"
    elif _excess(new) > _excess(old) + NOTICED_MS:
        yield f"{_excess(old) // 1000} s → {_excess(new) // 1000} s over its limit"
    if old.endurance and new.endurance:
        if WORDS.index(new.endurance.verdict) > WORDS.index(old.endurance.verdict):
            yield f"endurance {old.endurance.verdict} → {new.endurance.verdict}"
        elif new.endurance.verdict == "missed" and _lasts(new) < _lasts(old) - NOTICED_MS:
            yield f"endurance {_lasts(old) // 1000} s → {_lasts(new) // 1000} s"


def _excess(verdict: Verdict) -> int:
    limit = verdict.max_interruption_ms
    return max(verdict.outage_ms - limit, 0) if limit is not None else 0


def _lasts(verdict: Verdict) -> int:
    assert verdict.endurance is not None
    return verdict.endurance.lasts_ms if verdict.endurance.lasts_ms is not None else 10**12


# --- said ---


def _words(value: Any) -> Iterator[str]:
    """Every id a fact may hold."""
    if isinstance(value, str):
        yield from value.replace("→", ",").replace(" ", ",").split(",")
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _words(getattr(value, one.name))
    elif isinstance(value, Iterable):
        for each in value:
            yield from _words(each)


def failures(results: Iterable[Result]) -> Failing:
    """Return the results that fail, or cannot be told for what is missing: rule, subject, variant, with the words of
    each."""
    found: Failing = {}
    for each in results:
        if each.outcome in ("fail", "unknown"):
            words = frozenset({each.about.id, *(word for _, value in each.facts for word in _words(value))})
            how = each.variant or ("unknown" if each.outcome == "unknown" else "")
            found.setdefault((each.rule, each.about.id, how), []).append(words)
    return found


def new_failures(before: Failing, after: Failing) -> Iterator[tuple[tuple[str, str, str], frozenset[str]]]:
    """Failures that say something new, with their words."""
    for key, results in after.items():
        for words in results:
            if not any(words <= old for old in before.get(key, ())):
                yield key, words


def spoken(found: Finding) -> set[str]:
    """The ids a weak point speaks of."""
    return {found.subject.id, *map(base_name, found.steps), *_words(found.facts)}


def severities(findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """The gravest severity of each code and subject."""
    grave: dict[tuple[str, str], str] = {}
    for each in findings:
        key = (each.code, each.subject.id)
        grave[key] = min(grave.get(key, "Z"), each.severity)
    return grave


def judged(change: Change, *, quick: bool = False, scenarios: int | None = None) -> Told:
    """Return the outcome of `change`. `quick` plays no more once it is said and named: then it can be no miss;
    `scenarios` plays the first so many, the most telling ones."""
    told = Told(change)
    spoiled, customer = change.spoiled, change.customer
    mine = set(spoiled.names)
    dossier, problems = changed(customer, spoiled.edits)
    if dossier is None:
        problem = problems[0]
        said = {word for each in problems for word in _words((each.facts, each.field.split(".")))}
        told.refused = f"{problem.code} {problem.field} {dict(problem.facts)}"
        told.named = bool(said & mine) or any(_within(each.field, spoiled) for each in problems)
        if told.named:
            told.said.append(f"refused: {told.refused}")
        return told
    flow = _flow(customer)
    if dossier.network is not _shipped(customer).network:
        flow = Memo(PandapowerFlow(dossier.network))
    for key, words in new_failures(_failing(customer), failures(check(dossier, as_of=AS_OF, flow=flow))):
        _note(told, " ".join(filter(None, key)), set(words), mine)
    for scenario in list(_scenarios(customer))[:scenarios]:
        if quick and told.named and not change.neutral:
            break
        old = _before(customer, scenario)
        if spoiled.card and spoiled.card not in old.cards and not change.neutral:
            continue
        told.played += 1
        case = Case(dossier, scenario, _scenarios(customer)[scenario])
        journal = simulate(case, seed=1, flow=flow)
        if spoiled.forbids or change.neutral or journal.events != old.journal.events:
            _compare(told, old, _read(case, journal), scenario, mine)
    told.said = _heard(told, mine)
    return told


def _within(field_name: str, spoiled: Spoiled) -> bool:
    return any(field_name.startswith(".".join(map(str, edit.path))) for edit in spoiled.edits)


def _compare(told: Told, old: Outcome, new: Outcome, scenario: str, mine: set[str]) -> None:
    for name, how in _worse(old, new):
        told.harmed = True
        told.damaged.setdefault(name, f"{how} ({scenario})")
    before = severities(old.findings)
    for each in new.findings:
        key = (each.code, each.subject.id)
        if key in before and before[key] <= each.severity:
            continue
        words = f"{scenario}: {each.code} {each.severity} {each.subject.id} {' '.join(each.steps[:3])}".rstrip()
        if each.severity == "A":
            told.grave.append(words)
        _note(told, words, spoken(each), mine)


def _note(told: Told, what: str, words: set[str], mine: set[str]) -> None:
    told.new.append(what)
    told.words.append(words)
    told.named = told.named or bool(words & mine)


def _heard(told: Told, mine: set[str]) -> list[str]:
    """Return the new sentences that name the changed thing or what is damaged."""
    about = mine | set(told.damaged)
    return [what for what, words in zip(told.new, told.words, strict=True) if words & about]
