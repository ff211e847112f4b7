"""The sound customers: the shipped ones as corrected, as folders on the disk, and what their runs show of a place."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from drillsim.errors import Problem
from drillsim.files.folder import CustomerFolder
from drillsim.findings import View
from drillsim.journal import StepRow, state_at
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema import Compiled, base_name
from helpers.blind.change import Edit, Trees, listed, trees_of
from helpers.blind.reload import reread
from helpers.corrected import CORRECTED
from helpers.shipped import ROOT
from planted.defect import Situation
from planted.played import Played, play

MAINS = ("main_source", "standby_source")


@cache
def place_of(customer: str) -> Path:
    """The corrected customer's folder, written once a process."""
    root = Path(mkdtemp(prefix="planted-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    folder = root / customer
    shutil.copytree(ROOT / "plans" / customer, folder)
    for name, old, new in CORRECTED[customer].edits:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{text.count(old)} times in {name}: {old}"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return folder


def reloaded(customer: str, edits: tuple[Edit, ...]) -> tuple[CustomerFolder | None, tuple[Problem, ...]]:
    """The corrected customer after `edits`, or None and every problem of its files."""
    return reread(place_of(customer), edits)


@cache
def flow_of(customer: str) -> Memo:
    """Power flows of the corrected customer, shared by all whose network nobody edits."""
    folder, problems = reloaded(customer, ())
    assert folder is not None, problems
    return Memo(PandapowerFlow(folder.dossier.network))


class Refused(Exception):
    """The files refuse the edited customer; the message says what they name."""


def played(customer: str, edits: tuple[Edit, ...], situation: Situation) -> Played:
    """The customer after `edits`, played. Raises: Refused."""
    folder, problems = reloaded(customer, edits)
    if folder is None:
        said = "; ".join(f"{each.code} {each.field} {dict(each.facts)}" for each in problems[:2])
        raise Refused(f"refused by the files: {said}")
    own = any(edit.file == "network" for edit in edits)
    flow = Memo(PandapowerFlow(folder.dossier.network)) if own else flow_of(customer)
    return play(folder, situation.name, situation.scenario, flow)


@lru_cache(maxsize=24)
def sound_run(customer: str, base: str, situation: Situation) -> Played:
    """The sound twin played; `base` names edits kept by `kept`."""
    return played(customer, _BASES[base], situation)


_BASES: dict[str, tuple[Edit, ...]] = {}


def kept(edits: tuple[Edit, ...]) -> str:
    """A name under which `sound_run` finds edits, whose values cannot be hashed."""
    key = repr(edits)
    _BASES[key] = edits
    return key


@dataclass(frozen=True)
class Ground:
    """One sound customer to plant in."""

    customer: str

    @cached_property
    def trees(self) -> Trees:
        """Its files as texts, keys and lists."""
        return trees_of(place_of(self.customer))

    @cached_property
    def dossier(self) -> Compiled:
        """Its values."""
        folder, problems = reloaded(self.customer, ())
        assert folder is not None, problems
        return folder.dossier

    def table(self, name: str) -> Any:
        """A table of site.yaml."""
        return self.trees.table(name)

    @cached_property
    def feeders(self) -> tuple[str, ...]:
        """All feeders, main sources first."""
        rows = [(row["role"], name) for name, row in self.trees.sources("feeder") if row.get("role") in MAINS]
        return tuple(name for _, name in sorted(rows, key=lambda each: MAINS.index(each[0])))

    @cached_property
    def gensets(self) -> dict[str, Any]:
        """Gensets by id."""
        return dict(self.trees.sources("genset"))

    @cached_property
    def upss(self) -> dict[str, Any]:
        """UPSs by id."""
        return dict(self.trees.sources("ups"))

    def transfers(self, *kinds: str) -> dict[str, Any]:
        """Transfers of these kinds by id."""
        return {name: row for name, row in self.table("transfers").items() if row["kind"] in kinds}

    def sound(self, situation: Situation, base: tuple[Edit, ...] = ()) -> Played:
        """The sound customer played."""
        return sound_run(self.customer, kept(base), situation)

    def view(self, situation: Situation, base: tuple[Edit, ...] = ()) -> View:
        """The sound run, folded: which steps are carried out, what is dark, what is lost."""
        return self.sound(situation, base).view

    def steps(self, situation: Situation) -> Iterator[tuple[tuple[str | int, ...], Any, Any, StepRow]]:
        """Steps the sound run carries out: path in plan.yaml, step, card, its first row."""
        rows: dict[str, StepRow] = {}
        for row in self.view(situation).rows:
            if row.started_ms is not None and row.state == "done":
                rows.setdefault(base_name(row.step), row)
        for path, step, card in self.trees.steps():
            if step["id"] in rows:
                yield path, step, card, rows[step["id"]]

    def dark(self, situation: Situation, longer_than_ms: int) -> dict[str, tuple[int, int]]:
        """Loads dark for longer than this in one go in the sound run: from, until."""
        spans = self.view(situation).load_outages
        long = {name: [span for span in each if span.ms > longer_than_ms] for name, each in spans.items()}
        return {name: (each[0].start_ms, each[0].end_ms) for name, each in long.items() if each}

    def lit(self, situation: Situation, t_ms: int) -> tuple[str, ...]:
        """Loads live at that moment of the sound run."""
        dark = state_at(self.sound(situation).journal, t_ms).dark_loads
        return tuple(name for name in self.loads if name not in dark)

    @cached_property
    def loads(self) -> dict[str, Any]:
        """Loads of site.yaml by id."""
        return dict(self.table("loads"))

    @cached_property
    def bus_of(self) -> dict[str, str]:
        """Bus each load of the network hangs on."""
        return {row["name"]: row["bus"] for _, row in self.trees.rows("load")}

    def row(self, table: str, name: str) -> int:
        """Position of a row of the network."""
        return next(number for number, row in self.trees.rows(table) if row["name"] == name)

    def holders(self, role: str) -> list[str]:
        """People who hold a role."""
        return listed(self.trees.plan["actors"][role]["held_by"])

    def clause(self, step: Any) -> tuple[str, ...]:
        """Id and clause of a step: a weak point may point to either."""
        return (step["id"], *([step["clause"]] if step.get("clause") else []))


@cache
def ground(customer: str) -> Ground:
    """The sound customer of that name."""
    return Ground(customer)
