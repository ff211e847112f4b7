"""The versions of a plan that are kept, `<customer>/history/<version>/`, and the record of what changed between them.

A kept version is a customer's folder as any other, and still of the same customer: it has that name and those
scenarios, and its results go below a folder of their own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput
from drillsim.files.document import Tree
from drillsim.files.edit import Append, Set, spliced
from drillsim.files.part import SourceFile, read_part
from drillsim.files.pending import HISTORY, place_of
from drillsim.files.render import entries
from drillsim.schema import AppliedChange, Revisions
from drillsim.units import format_duration

REVISIONS = f"{HISTORY}/revisions.yaml"
_DURATIONS = ("limit", "before", "after")


def customer_root(plan_dir: Path) -> Path:
    """Return the customer's own folder: of `<customer>/history/<version>` the first, of any other folder itself."""
    whole = plan_dir.resolve()
    above = whole.parent.parent
    return above if whole.parent.name == HISTORY and (above / "customer.yaml").is_file() else whole


def results_path(plan_dir: Path) -> Path:
    """Return where results of the plan in `plan_dir` go, below the folder of all results: `<customer>`, and of a kept
    version `<customer>/history/<version>`."""
    root, whole = customer_root(plan_dir), plan_dir.resolve()
    return Path(root.name) / whole.relative_to(root)


def kept_name(version: str) -> str:
    """Return the name of the folder a version is kept in: the version, with `_` for what no system takes in a name."""
    return re.sub(r"[^\w.\-]", "_", version).strip(".") or "_"


def kept_versions(plan_dir: Path) -> tuple[str, ...]:
    """Return the names of the kept versions of a customer, in the order of their numbers."""
    found = (file.parent.name for file in (customer_root(plan_dir) / HISTORY).glob("[!.]*/plan.yaml"))
    return tuple(sorted(found, key=lambda name: [(int(part), "") if part.isdecimal() else (0, part)
                                                 for part in re.split(r"(\d+)", name)]))  # fmt: skip


def read_revisions(plan_dir: Path) -> tuple[Revisions, SourceFile | None]:
    """The record of a customer's changes and its file; an empty one and None where nothing was recorded yet.

    Raises: InvalidInput with every problem of the file.
    """
    where = place_of(plan_dir, REVISIONS)
    if not where.exists():
        return Revisions(format=1), None
    part = read_part(Revisions, where, (plan_dir / REVISIONS).as_posix())
    if part.value is None:
        raise InvalidInput(part.problems)
    return part.value, part.file


def recorded(file: SourceFile | None, changes: Sequence[AppliedChange]) -> str:
    """The text of the record with `changes` behind those of `file`; every byte of that stays as it is."""
    trees: list[Tree] = [_tree(each.model_dump(by_alias=True, exclude_defaults=True)) for each in changes]
    if file is None or file.document is None:
        return entries({"format": "1", "changes": trees}, 0, "\n") + "\n"
    tree = file.document.tree
    if isinstance(tree, dict) and tree.get("changes"):
        return spliced(file.document, [Append(("changes",), each) for each in trees]).text
    return spliced(file.document, [Set(("changes",), trees)]).text


def _tree(value: Any, key: str = "") -> Tree:
    """A value as the file writes it."""
    if isinstance(value, dict):
        return {name: _tree(each, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_tree(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and key in _DURATIONS:
        return format_duration(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)
