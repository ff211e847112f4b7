"""A customer after a change, read again from the text it would have on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from drillsim.checks import file_problems
from drillsim.errors import Problem
from drillsim.files.folder import CustomerFolder, assemble
from drillsim.files.network_file import judged, read_network
from drillsim.files.part import Part, part_of, read_part
from drillsim.files.rule.around import Around
from drillsim.files.shipped import shipped_root
from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Customer
from drillsim.schema.network import Network
from drillsim.schema.plan import Plan
from drillsim.schema.site import Site
from helpers.blind.change import FILES, Edit, edited, trees_of

MODELS: dict[str, Any] = {"customer": Customer, "network": Network, "site": Site, "plan": Plan}


@cache
def _parts(place: Path) -> dict[str, Part[Any]]:
    paths = {name: place / f"{name}.yaml" for name in ("customer", "site", "plan")}
    found = {name: read_part(MODELS[name], path, path.name) for name, path in paths.items()}
    return {**found, "network": read_network(place)}


def changed(customer: str, edits: tuple[Edit, ...]) -> tuple[Compiled | None, tuple[Problem, ...]]:
    """The shipped customer after `edits`, or None and every problem of its files."""
    folder, problems = reread(shipped_root() / "plans" / customer, edits)
    return (folder.dossier if folder else None), problems


def reread(place: Path, edits: tuple[Edit, ...]) -> tuple[CustomerFolder | None, tuple[Problem, ...]]:
    """The customer in the folder `place` after `edits`, or None and every problem of its files."""
    parts = dict(_parts(place))
    for name in FILES:
        mine = tuple(edit for edit in edits if edit.file == name)
        if mine:
            text = json.dumps(edited(getattr(trees_of(place), name), mine), ensure_ascii=False, indent=0)
            part = part_of(MODELS[name], text.encode("utf-8"), f"{name}.yaml", f"{name}.yaml")
            parts[name] = judged(part) if name == "network" else part
    who, wires, stands, does = (parts[name] for name in FILES)
    return assemble(place, who, wires, stands, does, more=(_wiring,))


def _wiring(around: Around) -> Iterator[Problem]:
    for problem in file_problems(around.dossier):
        yield replace(problem, file=around.file(problem.file.partition(".")[0]).label)
