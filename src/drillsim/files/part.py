"""One file of a customer, read: its bytes, what it says where, its typed value, and what is wrong with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import BaseModel

from drillsim.errors import Problem
from drillsim.files.document import Document, Path, dotted, undotted
from drillsim.files.repeats import told_once
from drillsim.files.source import decode, read_bytes
from drillsim.files.validate import validate
from drillsim.files.yaml_tree import read_tree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """A file as it was read. `document` is None only for a file that could not be taken apart at all; that of
    network.json or network.xlsx has lines, but nothing to splice."""

    name: str
    """Name in its folder (`plan.yaml`)."""
    label: str
    """Path as the planner gave it, with forward slashes."""
    data: bytes
    """Exactly what was on the disk."""
    document: Document | None

    @property
    def sha256(self) -> str:
        """Digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def line_of(self, path: Path) -> int:
        """Line of the value at `path` or of the nearest thing around it; 0 where the file has no lines."""
        return self.document.line_of(path) if self.document else 0

    def line_of_field(self, field: str) -> int:
        """Line of the dotted `field` (`cards.0.steps.2.takes`), as `line_of`."""
        return self.line_of(undotted(self.document.tree, field)) if self.document else 0


@dataclass(frozen=True, slots=True, eq=False)
class Part(Generic[M]):
    """A file and its value; the value is None exactly when there are problems."""

    file: SourceFile | None
    value: M | None
    problems: tuple[Problem, ...]


def read_part(model: type[M], path: FilePath, label: str) -> Part[M]:
    """The YAML file at `path` as `model`."""
    data, problems = read_bytes(path, label)
    return Part(None, None, problems) if data is None else part_of(model, data, path.name, label)


def part_of(model: type[M], data: bytes, name: str, label: str) -> Part[M]:
    """`data` as `model`: every problem of bytes, YAML and fields at once."""
    text, odd = decode(data, label)
    if text is None:
        return Part(SourceFile(name, label, data, None), None, odd)
    document, wrong = read_tree(text, label)
    anything = document.complete or bool(document.tree)
    value, invalid = validate(model, document, label) if anything else (None, ())
    if not document.complete:  # what the error swallowed is not worth a word
        invalid = tuple(each for each in invalid if each.line < wrong[-1].line)
    problems = told_once((*odd, *wrong, *invalid))
    return Part(SourceFile(name, label, data, document), None if problems else value, problems)


def problem_at(file: SourceFile, path: Path, code: str, facts: tuple[tuple[str, str], ...] = ()) -> Problem:
    """A problem of the value at `path` of `file`, with its line."""
    return Problem(file=file.label, line=file.line_of(path), field=dotted(path), code=code, facts=facts)
