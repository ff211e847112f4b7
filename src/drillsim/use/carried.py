"""The editions of a plan when its next version comes: they are brought along where all their changes still fit.

An edition whose last day is over stays with the version it was for, and so does one of yet another version. Every
edition of the version that goes is kept with it, so that the old version is still played with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import EDITIONS, CustomerFolder, EditionFile, Set, edition_of, find_editions, load_edition, spliced
from drillsim.revision import Recommendation, beside_edition, with_edition
from drillsim.use.load import wiring


@dataclass(slots=True, eq=False)
class Carried:
    """The fate of the editions. Files are named by their paths in the customer's folder."""

    kept: dict[str, bytes] = field(default_factory=dict)
    """Editions of the version that goes, as they were."""
    new: dict[str, bytes] = field(default_factory=dict)
    """Those that belong to the version that comes."""
    names: list[str] = field(default_factory=list)
    """Names of these."""
    over: list[str] = field(default_factory=list)
    """Names of those whose days are over."""
    others: list[str] = field(default_factory=list)
    """Names of those of another version."""
    otherwise: dict[str, list[str]] = field(default_factory=dict)
    """For each edition, the changes whose place it has otherwise on its days."""


def carried(before: CustomerFolder, after: CustomerFolder, changes: Sequence[Recommendation], day: dt.date) -> Carried:
    """The editions of the customer as it was `before`, once `changes` have made it `after` on `day`.

    Raises: InvalidInput with every change of an edition that no longer fits, or an edition that cannot be read.
    """
    found, problems = Carried(), list[Problem]()
    old, new = before.dossier.plan.version, after.dossier.plan.version
    for name, path in find_editions(before.path).items():
        try:
            edition = load_edition(path)
        except InvalidInput as error:
            problems += error.problems
            continue
        file = f"{EDITIONS}/{path.name}"
        if edition.edition.of != old:
            found.others.append(name)
            continue
        found.kept[file] = edition.file.data
        if edition.edition.until < day:
            found.over.append(name)
            continue
        again = _of(edition, new, path)
        try:
            there = with_edition(after, again, (wiring,))
        except InvalidInput as error:
            told = facts(new=new)
            line = edition.file.line_of(("of",))
            problems.append(
                Problem(file=edition.file.label, line=line, field="of", code="edition-left-behind", facts=told)
            )
            problems += error.problems
            continue
        found.new[file] = again.file.data
        found.names.append(name)
        otherwise = [each.id for each in changes if not beside_edition(before, after, there, each.edits)]
        if otherwise:
            found.otherwise[name] = otherwise
    if problems:
        raise InvalidInput(problems)
    return found


def _of(edition: EditionFile, version: str, path: Path) -> EditionFile:
    """The edition as one of that version of the plan."""
    document = edition.file.document
    assert document is not None, "read without a problem"
    text = spliced(document, [Set(("of",), version)]).text
    return edition_of(text.encode("utf-8"), path)
