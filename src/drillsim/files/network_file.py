"""The network file of a folder: exactly one of its three spellings, read to the same value."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.part import Part, SourceFile, part_of, problem_at
from drillsim.files.source import read_bytes
from drillsim.files.validate import capped
from drillsim.schema import Network, network_problems

if TYPE_CHECKING:
    from drillsim.files.pp_tables import PandapowerTables

NETWORK_NAMES = ("network.yaml", "network.json", "network.xlsx")


def read_network(folder: FilePath) -> Part[Network]:
    """The network of the customer in `folder`."""
    found = [name for name in NETWORK_NAMES if (folder / name).exists()]
    if len(found) == 1:
        return read_network_file(folder / found[0])
    label = (folder / NETWORK_NAMES[0]).as_posix()
    if not found:
        return Part(None, None, (Problem(file=label, code="network-missing"),))
    return Part(None, None, (Problem(file=label, code="network-several", facts=facts(found=", ".join(found))),))


def read_network_file(path: FilePath) -> Part[Network]:
    """The network in the file `path`, whose suffix says the spelling; rules between its rows included."""
    data, problems = read_bytes(path, path.as_posix())
    if data is None:
        return Part(None, None, problems)
    if path.suffix == ".yaml":
        return judged(part_of(Network, data, path.name, path.as_posix()))
    return _foreign(path, data)


def judged(part: Part[Network]) -> Part[Network]:
    """`part` with the problems between its rows."""
    if part.value is None or part.file is None:
        return part
    problems = tuple(problem_at(part.file, each.path, each.code, each.facts) for each in network_problems(part.value))
    return Part(part.file, None, capped(problems, part.file.label)) if problems else part


def _foreign(path: FilePath, data: bytes) -> Part[Network]:
    """Read what pandapower writes, as data."""
    label = path.as_posix()
    from drillsim.files.pp_tables import judged_rows, to_document

    document = None
    try:
        text, tables = _tables(path, label)
        document = to_document(tables, text)
        value = judged_rows(tables, document)
    except InvalidInput as error:
        return Part(SourceFile(path.name, label, data, document), None, error.problems)
    return Part(SourceFile(path.name, label, data, document), value, ())


def _tables(path: FilePath, label: str) -> tuple[str, PandapowerTables]:
    if path.suffix == ".json":
        from drillsim.files.pp_json import load_pp_json

        return load_pp_json(path, label)
    from drillsim.files.pp_xlsx import load_pp_xlsx

    return "", load_pp_xlsx(path, label)
