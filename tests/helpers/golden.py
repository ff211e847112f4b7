"""Golden journals: what a shipped scenario did the last time somebody looked and found it right.

Written for people who review a change: a line an event, with its time and type first and without running numbers, so
that one event more moves no other line. A customer's own scenarios are kept whole, and so is each library scenario for
one customer; for the other customers a digest says whether, and about where, something is different.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.schema.dossier import Case
from drillsim.schema.target import unmatched
from drillsim.simulation.core.what_if import WhatIf
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import HOSPITAL, ROOT, played, scenario, scenario_paths, shipped

PLACE = ROOT / "tests" / "golden"
INCOMPLETE = PLACE / "incomplete.txt"
"""While it is there, a scenario without a golden journal is passed over and not a failure."""
VARYING = ("version", "engine", "flow", "inputs", "digests")
"""Keys of the header that differ from machine to machine or from release to release: left out."""
ORDER = (HOSPITAL, *(name for name in EVERY_CUSTOMER if name != HOSPITAL))
"""The first customer here that a library scenario fits keeps its journal whole."""
BLOCK = 25
"""Events a mark of a digest stands for."""
WIDE = 140
"""Longer lines are broken, one field a line."""


@dataclass(frozen=True)
class Told:
    """One run, as a golden file tells it."""

    lines: tuple[str, ...]
    """The header and each event; a long one has line breaks."""
    judged: Mapping[str, str]
    """Words on each load and function that has a limit."""
    is_whole: bool

    def text(self) -> str:
        """Return the contents of the file."""
        if self.is_whole:
            return "\n".join((*self.lines, *(f"verdict {name} {said}" for name, said in self.judged.items()))) + "\n"
        return json.dumps(self._digest(), ensure_ascii=False, indent=1) + "\n"

    def block(self, number: int) -> tuple[str, ...]:
        """The events of one mark."""
        return self.lines[1 + number * BLOCK : 1 + (number + 1) * BLOCK]

    def _digest(self) -> dict[str, Any]:
        counts = Counter(kind_of(line) for line in self.lines[1:])
        return {
            "sha256": _sha("\n".join(self.lines)),
            "events": dict(sorted(counts.items())),
            "verdicts": dict(self.judged),
            "marks": [self._mark(number) for number in range(-(-(len(self.lines) - 1) // BLOCK))],
        }

    def _mark(self, number: int) -> str:
        """Time and type of a block's first event, and a few digits for all of it, to place a difference."""
        block = self.block(number)
        return f"{' '.join(block[0].split()[:2])} {_sha(chr(10).join(block))[:8]}"


def kind_of(line: str) -> str:
    """The type of the event a line tells of."""
    return line.split()[1]


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Golden:
    """One customer and one scenario."""

    customer: str
    scenario: str

    @property
    def whole(self) -> Path:
        """Path of the whole journal, if it is kept."""
        return PLACE / self.customer / f"{self.scenario}.journal"

    @property
    def digest(self) -> Path:
        """Path of the digest, if only that is kept."""
        return PLACE / self.customer / f"{self.scenario}.digest.json"

    @property
    def file(self) -> Path:
        """The one of the two that is due."""
        return self.whole if self._is_kept_whole() else self.digest

    def exists(self) -> bool:
        return self.whole.exists() or self.digest.exists()

    def applies(self) -> bool:
        return _fits(self.customer, self.scenario)

    def played(self, *, anew: bool = False, fast: bool = False) -> Told:
        """Return the outcome of the scenario now; `anew`: with every part looking again though nothing it goes by has
        moved; `fast`: with the engine that runs take."""
        run = played(self.scenario, customer=self.customer, what_if=WhatIf(anew=anew), fast=fast)
        return Told(tuple(_lines(run.journal)), _verdicts(run.case, run.journal), self.file == self.whole)

    def _is_kept_whole(self) -> bool:
        if scenario_paths(self.customer)[self.scenario].parent.name == self.customer:
            return True
        return self.customer == next(name for name in ORDER if _in_library(name, self.scenario))


def every_golden() -> Iterator[Golden]:
    """Every customer with every scenario of the library and of its own, whether it fits or not."""
    return (Golden(customer, name) for customer in EVERY_CUSTOMER for name in scenario_paths(customer))


def orphans() -> list[Path]:
    """Files that belong to no customer and scenario."""
    known = {path for each in every_golden() for path in (each.whole, each.digest)} | {INCOMPLETE}
    return [path for path in sorted(PLACE.rglob("*")) if path.is_file() and path not in known]


@cache
def _fits(customer: str, name: str) -> bool:
    return not unmatched(Case(shipped(customer), name, scenario(customer, name)))


def _in_library(customer: str, name: str) -> bool:
    path = scenario_paths(customer).get(name)
    return path is not None and path.parent.name != customer and _fits(customer, name)


def _lines(journal: Journal) -> Iterator[str]:
    header = {key: value for key, value in journal.header.items() if key not in VARYING}
    yield _line("header", header)
    for event in journal.events:
        yield _line(f"{clock(event.t_ms)} {event.type}", event.data)


def _line(head: str, data: Mapping[str, Any]) -> str:
    line = f"{head} {_json(data)}"
    if len(line) <= WIDE:
        return line
    return "\n".join((head, *(f"    {key}: {_json(value)}" for key, value in data.items())))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def clock(ms: int) -> str:
    """Time from T0: `2:03:00.500`."""
    seconds, rest = divmod(abs(ms), 1000)
    sign = "-" if ms < 0 else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _verdicts(case: Case, journal: Journal) -> dict[str, str]:
    """Return the words on each load and function that has a limit."""
    return {
        f"{each.kind} {each.id}": f"{each.verdict}, longest {clock(each.outage_ms)}, {each.outages} in all"
        + (f", endurance {each.endurance.verdict}" if each.endurance else "")
        for each in verdicts(case, journal)
        if each.protected
    }
