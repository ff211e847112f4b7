"""A customer's folder as one value, or every problem of every file at once.

    customer.yaml  site.yaml  plan.yaml  network.(yaml | json | xlsx)
    register.yaml (optional)  people.local.yaml (optional, private)

Rules between the files are judged once the values stand: a reference into a file that cannot be read would only
repeat that file's problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import Path
from drillsim.files.edition_file import EditionFile
from drillsim.files.history import customer_root, results_path
from drillsim.files.near import customers_in, near_folder
from drillsim.files.network_file import NETWORK_NAMES, read_network
from drillsim.files.part import Part, SourceFile, read_part
from drillsim.files.pending import place_of
from drillsim.files.references import Rule, folder_problems
from drillsim.files.register_file import REGISTER_NAME, read_register
from drillsim.schema import Compiled, Contacts, Customer, Dossier, Network, Plan, Register, Site, compile_dossier

CONTACTS_NAME = "people.local.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class CustomerFolder:
    """One customer: the values, and the files they came from in the order customer, network, site, plan."""

    path: FilePath
    """The folder as the planner gave it."""
    dossier: Compiled
    files: tuple[SourceFile, ...]
    """Never people.local.yaml: it is neither digested nor copied."""
    edition: EditionFile | None = None
    """The edition whose changes are made in it; its file stands among `files`."""
    contacts: Contacts | None = None
    """Private facts of people; None without people.local.yaml, and then they are masked."""
    register: SourceFile | None = None
    """register.yaml; None without one. It is copied with a run's files, because the run says what has come back, and
    not digested: nothing that happens follows from it, and an entry closed later makes no run out of date."""
    noted: tuple[Problem, ...] = ()
    """Things to say about the reading that are no fault: a change that a crash had left half made."""

    @property
    def results(self) -> FilePath:
        """Path of its results, below the folder of all results."""
        return results_path(self.path)

    @property
    def digests(self) -> Mapping[str, str]:
        """sha256 by file name, of the files a run follows from."""
        return MappingProxyType({file.name: file.sha256 for file in self.files})

    @property
    def inputs(self) -> Mapping[str, bytes]:
        """The exact bytes of the files by name, those of the register among them."""
        return MappingProxyType({file.name: file.data for file in self._every})

    @property
    def _every(self) -> tuple[SourceFile, ...]:
        return (*self.files, self.register) if self.register else self.files

    def file(self, name: str) -> SourceFile:
        """The file called `name` (`plan.yaml`); `network` finds the network in whatever spelling. Raises: KeyError."""
        for file in self._every:
            if file.name == name or file.name.partition(".")[0] == name:
                return file
        raise KeyError(name)

    def differing(self, digests: Mapping[str, str]) -> tuple[SourceFile, ...]:
        """The files that are not those of `digests`; where the edition itself changed, it alone."""
        found = tuple(file for file in self.files if digests.get(file.name) != file.sha256)
        own = tuple(file for file in found if self.edition and file is self.edition.file)
        return own or found

    def line_of(self, name: str, path: Path) -> int:
        """Line in file `name` of the value at `path`; 0 where the file has no lines."""
        return self.file(name).line_of(path)


def load_customer(path: FilePath, more: tuple[Rule, ...] = ()) -> CustomerFolder:
    """The customer in folder `path`. Raises: InvalidInput with every problem of every file.

    `more` are rules of layers above this one that make a folder unreadable too, such as a load without a way to any
    source.
    """
    folder, problems = read_customer(path, more)
    if folder is None or problems:
        raise InvalidInput(problems)
    return folder


def read_customer(path: FilePath, more: tuple[Rule, ...] = ()) -> tuple[CustomerFolder | None, tuple[Problem, ...]]:
    """The customer in folder `path`, or None and every problem."""
    if not path.is_dir():
        code = "folder-is-a-file" if path.exists() else "folder-missing"
        return None, (Problem(file=path.as_posix(), code=code, facts=facts(near=near_folder(path) or "none")),)
    if not any(_likely(path, stem) for stem in ("customer", "network", "site", "plan")):
        told = facts(near=", ".join(customers_in(path)) or "none")
        return None, (Problem(file=path.as_posix(), code="folder-no-customer", facts=told),)
    return assemble(
        path,
        _read(Customer, path, "customer"),
        read_network(path),
        _read(Site, path, "site"),
        _read(Plan, path, "plan"),
        _read_contacts(path),
        more,
        register=read_register(path),
    )


def assemble(  # noqa: PLR0913, PLR0917 (one parameter a file)
    path: FilePath,
    customer: Part[Customer],
    network: Part[Network],
    site: Part[Site],
    plan: Part[Plan],
    contacts: Part[Contacts] | None = None,
    more: tuple[Rule, ...] = (),
    edited: CustomerFolder | None = None,
    register: Part[Register] | None = None,
) -> tuple[CustomerFolder | None, tuple[Problem, ...]]:
    """The parts of one customer together; the rules between them come last. `edited`: the customer as it was before
    some of the parts were edited; its register goes along unjudged, for it speaks of the plan as it was."""
    parts: tuple[Part[Any], ...] = (customer, network, site, plan)
    beside: tuple[Part[Any], ...] = tuple(part for part in (contacts, register) if part)
    problems = [problem for part in (*parts, *beside) for problem in part.problems]
    if customer.value is None or network.value is None or site.value is None or plan.value is None:
        return None, tuple(problems)
    if register and register.value is None:
        return None, tuple(problems)
    before = edited.dossier if edited else None
    name = before.folder if before else customer_root(path).name
    known = before.register if before else register.value if register else None
    values = Dossier(name, customer.value, network.value, site.value, plan.value, known)
    dossier = before.with_dossier(values) if before else compile_dossier(values)
    files = tuple(part.file for part in parts if part.file)
    file = edited.register if edited else register.file if register else None
    problems += folder_problems(dossier, files, contacts, more, file, edited=edited is not None)
    if problems:
        return None, tuple(problems)
    return CustomerFolder(path, dossier, files, contacts=contacts.value if contacts else None, register=file), ()


def _read(model: Any, folder: FilePath, stem: str) -> Part[Any]:
    path = folder / f"{stem}.yaml"
    there = place_of(folder, path.name)
    if there.exists():
        return read_part(model, there, path.as_posix())
    return Part(None, None, (_missing(path, _likely(folder, stem)),))


def _missing(path: FilePath, likely: str) -> Problem:
    if likely:
        return Problem(file=path.as_posix(), code="file-misnamed", facts=facts(found=likely, name=path.name))
    return Problem(file=path.as_posix(), code="file-missing")


def _likely(folder: FilePath, stem: str) -> str:
    """A file there that was probably meant."""
    likely = [f"{stem}.{suffix}" for suffix in ("yaml", "yml", "yaml.txt", "yml.txt", "txt", "json", "xlsx")]
    names: Iterable[str] = sorted(each.name for each in folder.iterdir())
    return next((name for name in names if name.lower() in likely), "")


def _read_contacts(folder: FilePath) -> Part[Contacts] | None:
    path = folder / CONTACTS_NAME
    return read_part(Contacts, path, path.as_posix()) if path.exists() else None


__all__ = [
    "CONTACTS_NAME",
    "NETWORK_NAMES",
    "REGISTER_NAME",
    "CustomerFolder",
    "assemble",
    "load_customer",
    "read_customer",
]
