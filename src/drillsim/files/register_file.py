"""register.yaml read: entries under their numbers, as people leave them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path as FilePath

from drillsim.errors import Problem, facts
from drillsim.files.part import Part, SourceFile, part_of, problem_at
from drillsim.files.pending import place_of
from drillsim.files.source import read_bytes
from drillsim.schema import Register, entry_number, number_of_entry

REGISTER_NAME = "register.yaml"
_ALIKE = ("register.yaml", "register.yml", "register.yaml.txt", "register.yml.txt")
_MEANT = re.compile(r"W?[-_. ]*0*([1-9]\d{0,8})", re.ASCII)


def read_register(folder: FilePath) -> Part[Register] | None:
    """The register in `folder`; None where the customer has none."""
    path = folder / REGISTER_NAME
    if not path.exists():
        return _misnamed(folder, path)
    data, problems = read_bytes(place_of(folder, REGISTER_NAME), path.as_posix())
    return Part(None, None, problems) if data is None else register_of(data, path.as_posix())


def _misnamed(folder: FilePath, path: FilePath) -> Part[Register] | None:
    """A register under another name would be forgotten without a word."""
    names = sorted(each.name for each in folder.iterdir())
    found = next((name for name in names if name.lower() in _ALIKE), None)
    if found is None:
        return None
    told = facts(found=found, name=REGISTER_NAME)
    return Part(None, None, (Problem(file=path.as_posix(), code="file-misnamed", facts=told),))


def register_of(data: bytes, label: str) -> Part[Register]:
    """`data` as a register: every problem of bytes, YAML, numbers and fields at once."""
    part = part_of(Register, data, REGISTER_NAME, label)
    strange = tuple(_strange_numbers(part.file)) if part.file else ()
    if not strange:
        return part
    keys = {each.field for each in strange}
    known = (each for each in part.problems if not _within(each.field, keys))
    return Part(part.file, None, tuple(sorted((*known, *strange), key=lambda each: each.line)))


def _strange_numbers(file: SourceFile) -> Iterator[Problem]:
    """Keys at the top that are no number of an entry: of what stands under them nothing more is said."""
    tree = file.document.tree if file.document else {}
    for key in tree if isinstance(tree, dict) else ():
        if key != "format" and number_of_entry(key) is None:
            yield problem_at(file, (key,), "register-number", facts(key=key, mend=_mended(key)))


def _mended(key: str) -> str:
    meant = _MEANT.fullmatch(unicodedata.normalize("NFKC", key).strip().upper())
    return entry_number(int(meant[1])) if meant else "none"


def _within(field: str, keys: set[str]) -> bool:
    return any(field == key or field.startswith(f"{key}.") for key in keys)
