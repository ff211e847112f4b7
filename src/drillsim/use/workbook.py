"""A customer's folder as one workbook, and back: exported, imported, or begun from one.

A customer is one value, so an import is whole or not at all: with one wrong cell nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    HISTORY,
    CustomerFolder,
    Document,
    Exchange,
    customer_root,
    entries,
    exchange,
    pinned,
    read_customer,
    write_bytes,
)
from drillsim.files.workbook import (
    CUSTOMER,
    FILES,
    Book,
    Change,
    Mark,
    files_book,
    read_rows,
    sections,
)
from drillsim.texts import Lang
from drillsim.use.book_files import Cells, Made, Spliced, changes_made
from drillsim.use.load import wiring

CONTACTS = "people.local.yaml"


@dataclass(slots=True)
class Imported:
    """The outcome of a customer's workbook."""

    changes: list[Change] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """Names of the files that are, or would be, written."""
    written: bool = False
    moved: list[str] = field(default_factory=list)
    """Sheets whose rows stand in another order than in the files."""
    still_approved: bool = False
    """The plan was changed and says all the same that it is approved."""


def export_customer(folder: CustomerFolder, target: Path, lang: Lang) -> tuple[str, ...]:
    """Write the customer as a workbook; return the names of the files that are not in it.

    Raises: InvalidInput where something is there already.
    """
    if target.exists():
        raise InvalidInput([Problem(file=target.as_posix(), code="workbook-there")])
    documents = _documents(folder)
    trees = {stem: document.tree for stem, document in documents.items()}
    write_bytes(target, pinned(files_book(CUSTOMER, (("customer", folder.dossier.folder),), trees, lang)))
    return tuple(each.name for each in folder.files if each.name.partition(".")[0] not in trees)


def import_customer(folder: CustomerFolder, book: Book, mark: Mark, *, dry_run: bool = False) -> Imported:
    """Bring the changes of the workbook into the customer's files, as splices; all of them or none.

    Raises: InvalidInput with every problem, each named by sheet, row and column.
    """
    refuse_others(folder, book, mark)
    documents = _documents(folder)
    files = {stem: Spliced(document) for stem, document in documents.items()}
    wanted = tuple(each for each in sections() if each.file in files)
    read = read_rows(book, wanted)
    changes, moved = changes_made(files, wanted, read, mark, book.label)
    was = {f"{stem}.yaml": document.text.encode("utf-8") for stem, document in documents.items()}
    new = {f"{stem}.yaml": each.document.text.encode("utf-8") for stem, each in files.items()}
    new = {name: data for name, data in new.items() if data != was[name]}
    found = Imported(changes, sorted(new), moved=moved)
    if not new:
        return found
    trees = {stem: each.tree for stem, each in files.items()}
    plan = trees.get("plan")
    found.still_approved = "plan.yaml" in new and isinstance(plan, dict) and plan.get("status") == "approved"
    _judge({**folder.inputs, **new}, folder, Cells(book.label, wanted, read, trees))
    if not dry_run:
        _write(folder, new, was)
        found.written = True
    return found


def made_files(book: Book, mark: Mark, name: str, network: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The files of a new customer, called `name`, that the workbook stands for. `network`: a network that lies beside
    it, by its file's name. Raises: InvalidInput with every problem."""
    stems = [each for each in FILES if each != "network" or not network]
    wanted = tuple(each for each in sections() if each.file in stems)
    read = read_rows(book, wanted)
    files = {stem: Made({"format": "1"}) for stem in stems}
    changes_made(files, wanted, read, replace(mark, rows=()), book.label)
    made = {f"{stem}.yaml": (entries(each.tree, 0, "\n") + "\n").encode("utf-8") for stem, each in files.items()}
    made |= network or {}
    _judge(made, name, Cells(book.label, wanted, read, {stem: each.tree for stem, each in files.items()}))
    return made


def _documents(folder: CustomerFolder) -> dict[str, Document]:
    """Return the files that can be spliced, by stem."""
    return {
        each.name.removesuffix(".yaml"): each.document
        for each in folder.files
        if each.document is not None and each.name.endswith(".yaml") and each.name.removesuffix(".yaml") in FILES
    }


def refuse_others(folder: CustomerFolder, book: Book, mark: Mark) -> None:
    """Raises InvalidInput for the workbook of another customer, or a version of this one that is kept."""
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        told = facts(root=root.as_posix())
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="version-is-kept", facts=told)])
    if mark.fact("customer") != folder.dossier.folder:
        told = facts(found=mark.fact("customer") or "–", folder=folder.dossier.folder)
        raise InvalidInput([Problem(file=book.label, code="book-other-customer", facts=told)])


def _judge(files: Mapping[str, bytes], customer: CustomerFolder | str, cells: Cells) -> None:
    """Raises InvalidInput where the files could not be read back, with every problem at its cell."""
    name = customer if isinstance(customer, str) else customer.dossier.folder
    with TemporaryDirectory(prefix="drillsim-") as place:
        folder = Path(place) / name
        for file, data in files.items():
            write_bytes(folder / file, data)
        if not isinstance(customer, str) and (customer.path / CONTACTS).is_file():
            write_bytes(folder / CONTACTS, (customer.path / CONTACTS).read_bytes())
        _, problems = read_customer(folder, (wiring,))
    if problems:
        raise InvalidInput(cells.named(each) for each in problems)


def _write(folder: CustomerFolder, new: Mapping[str, bytes], was: Mapping[str, bytes]) -> None:
    due = Exchange(folder.dossier.plan.version, "import", {}, new, {name: was[name] for name in new})
    exchange(folder.path, due)
    with suppress(OSError):
        (folder.path / HISTORY).rmdir()  # it was only there for the exchange
