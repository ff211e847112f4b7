"""The injects of a drill (MSEL) as a workbook, and back into the list of their scenario; all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from drillsim.errors import InvalidInput, Problem
from drillsim.files import (
    CustomerFolder,
    load_msel,
    load_scenario,
    msel_document,
    msel_path,
    pinned,
    scenario_path,
    write_bytes,
)
from drillsim.files.workbook import MSEL, Book, Mark, files_book, read_rows, sections
from drillsim.texts import Lang
from drillsim.use.book_files import Cells, Spliced, changes_made
from drillsim.use.workbook import Imported, refuse_others


def export_msel(folder: CustomerFolder, scenario: str, target: Path, lang: Lang) -> None:
    """Write the list of a scenario as a workbook; an empty one where there is none yet.

    Raises: InvalidInput where something is there already, there is no such scenario, or the list cannot be read.
    """
    if target.exists():
        raise InvalidInput([Problem(file=target.as_posix(), code="workbook-there")])
    name = load_scenario(scenario_path(scenario, folder.path)).id
    document = msel_document(folder.path, name)
    about = (("customer", folder.dossier.folder), ("scenario", name))
    write_bytes(target, pinned(files_book(MSEL, about, {MSEL: document.tree}, lang)))


def import_msel(folder: CustomerFolder, book: Book, mark: Mark, *, dry_run: bool = False) -> Imported:
    """Bring the changes of the workbook into the scenario's list, as splices; all of them or none.

    Raises: InvalidInput with every problem, each named by sheet, row and column.
    """
    refuse_others(folder, book, mark)
    name = load_scenario(scenario_path(mark.fact("scenario"), folder.path)).id
    path, before = msel_path(folder.path, name), msel_document(folder.path, name)
    file, wanted = Spliced(before), sections((MSEL,))
    read = read_rows(book, wanted)
    changes, moved = changes_made({MSEL: file}, wanted, read, mark, book.label)
    found = Imported(changes, moved=moved)
    if file.document.text == before.text:
        return found
    found.files = [path.name]
    data = file.document.text.encode("utf-8")
    with TemporaryDirectory(prefix="drillsim-") as place:
        draft = Path(place) / path.name
        write_bytes(draft, data)
        try:
            load_msel(draft, folder, name)
        except InvalidInput as error:
            cells = Cells(book.label, wanted, read, {MSEL: file.tree})
            raise InvalidInput(cells.named(each) for each in error.problems) from None
    if not dry_run:
        if (msel_document(folder.path, name)).text != before.text:
            raise InvalidInput([Problem(file=path.as_posix(), code="changed-meanwhile")])
        write_bytes(path, data)
        found.written = True
    return found
