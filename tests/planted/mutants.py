"""A stranger's mutants: a customer's texts changed in one place, and whether anything new speaks of what is damaged."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from drillsim.checks import check
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder
from drillsim.schema import kinds
from drillsim.use.load import load
from helpers.blind.judge import AS_OF, failures, new_failures, severities, spoken
from helpers.shipped import ROOT
from planted import worst
from planted.bad_input import BadInput, fields, read_json, read_text, texts
from planted.played import play
from planted.repair import Repair

FILES = ("customer.yaml", "site.yaml", "plan.yaml", "network.yaml", "network.json")


@dataclass(frozen=True)
class TextEdit:
    """A text of a file that stands there once, and what stands there instead."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Mutant:
    """One change of a customer."""

    id: str
    customer: Path
    edits: tuple[TextEdit, ...]
    matters: bool
    damages: tuple[str, ...]
    where: str
    """File and line it was read from."""


@dataclass(frozen=True)
class MutantTold:
    """What became of one mutant."""

    mutant: Mutant
    found: bool
    said: tuple[str, ...]
    """All that is new, named or not."""
    grave: tuple[str, ...]
    """New weak points of severity A."""


def mutants_of(path: Path) -> list[Mutant]:
    """Every mutant of the file, its edits tried. Raises: BadInput."""
    label, found = path.as_posix(), []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if line.strip():
            found.append(_mutant(read_json(line, label, number), f"{label}:{number}", path.parent))
    if not found:
        raise BadInput(f"{label}:1: there is no mutant in this file. See run.py --help.")
    return found


def _mutant(given: Any, where: str, beside: Path) -> Mutant:
    known: dict[str, type | tuple[type, ...]] = {
        "id": (str, int), "customer": str, "edits": list, "matters": bool, "damages": list,
    }  # fmt: skip
    row = fields(given, where, known, ("id", "customer", "edits", "matters", "damages"))
    customer = _customer(row["customer"], where, beside)
    if not row["edits"]:
        raise BadInput(f"{where}: 'edits' changes nothing.")
    edits = tuple(_edit(each, f"{where}: edits[{number}]", customer) for number, each in enumerate(row["edits"], 1))
    damages = texts(row["damages"], where, "damages") if row["damages"] else ()
    if row["matters"] and not damages:
        raise BadInput(f"{where}: a mutant that matters damages something; 'damages' names nothing.")
    return Mutant(str(row["id"]), customer, edits, row["matters"], damages, where)


def _customer(name: str, where: str, beside: Path) -> Path:
    """A shipped customer's folder by name, or a folder."""
    shipped = ROOT / "plans" / name
    for place in (shipped, beside / name, Path(name)):
        if (place / "plan.yaml").is_file():
            return place.resolve()
    known = ", ".join(sorted(each.name for each in (ROOT / "plans").iterdir() if each.is_dir()))
    raise BadInput(f"{where}: there is no customer {name!r}. Write one of {known}, or a folder with a plan.yaml.")


def _edit(given: Any, where: str, customer: Path) -> TextEdit:
    row = fields(given, where, {"file": str, "old": str, "new": str}, ("file", "old", "new"))
    if row["file"] not in FILES or not (customer / row["file"]).is_file():
        raise BadInput(f"{where}: {customer.as_posix()} has no file {row['file']!r}.")
    text = read_text(customer / row["file"])
    if not row["old"] or row["old"] == row["new"]:
        raise BadInput(f"{where}: 'old' has to be a text of {row['file']}, and 'new' another one.")
    times = text.count(row["old"])
    if times != 1:
        told = "is not found" if not times else f"stands there {times} times; write more of its line"
        raise BadInput(f"{where}: in {row['file']} the text {row['old'][:120]!r} {told}.")
    return TextEdit(row["file"], row["old"], row["new"])


# --- judging ---


def judged(mutant: Mutant) -> MutantTold:
    """Everything `check` and the customer's scenarios say that they do not say of the unchanged customer, until
    something speaks of what is damaged or changed."""
    about = set(mutant.damages)
    changed = changed_by(mutant)
    if changed is None:
        return MutantTold(mutant, mutant.matters, ("refused by the files",), ())
    about |= _ids(changed, mutant)
    said: list[str] = []
    grave: list[str] = []
    found = False
    flow = worst.flow_of(mutant.customer, changed)
    now = failures(check(changed.dossier, as_of=AS_OF, flow=flow))
    for key, words in new_failures(_failing(mutant.customer), now):
        said.append(" ".join(filter(None, key)))
        found = found or bool(words & about)
    for file in worst.scenarios_of(mutant.customer):
        if found and mutant.matters:
            break
        before = severities(worst.sound(mutant.customer, file.id).findings)
        for each in play(changed, file.id, file.scenario, flow).findings:
            pair = (each.code, each.subject.id)
            if pair in before and before[pair] <= each.severity:
                continue
            said.append(f"{file.id}: {each.code} {each.severity} {each.subject.id}")
            grave += [said[-1]] if each.severity == "A" else []
            found = found or bool(spoken(each) & about)
    return MutantTold(mutant, found, tuple(said), tuple(grave))


def changed_by(mutant: Mutant) -> CustomerFolder | None:
    """The customer after the edits; None where the files refuse it."""
    with TemporaryDirectory() as root:
        folder = Path(root) / mutant.customer.name
        shutil.copytree(mutant.customer, folder)
        for edit in mutant.edits:
            text = (folder / edit.file).read_text(encoding="utf-8")
            if text.count(edit.old) != 1:
                raise BadInput(f"{mutant.where}: after the edits before it, {edit.old[:120]!r} of {edit.file} is gone.")
            (folder / edit.file).write_text(text.replace(edit.old, edit.new), encoding="utf-8", newline="\n")
        try:
            return load(folder)[0]
        except InvalidInput:
            return None


def _ids(folder: CustomerFolder, mutant: Mutant) -> set[str]:
    """Ids of the customer that the changed text speaks of, before or after."""
    words = {word.strip("\"'[]{},:") for edit in mutant.edits for word in f"{edit.old} {edit.new}".split()}
    return words & set(kinds(folder.dossier))


@cache
def _failing(place: Path) -> Any:
    return failures(check((folder := worst.folder_of(place)).dossier, as_of=AS_OF, flow=worst.flow_of(place, folder)))


def repaired(mutant: Mutant, *, alone: bool, scenarios: int | None = None) -> tuple[worst.Damage, Repair] | None:
    """The worst it does to what is protected, and whether the review mends that; None where it damages nothing, or the
    files refuse it."""
    changed = changed_by(mutant)
    damage = worst.damage_of(mutant.customer, changed, scenarios=scenarios) if changed is not None else None
    if changed is None or damage is None:
        return None
    return damage, worst.mend(mutant.customer, changed, damage, alone=alone)
