"""Whatever somebody types into the cells of a customer's workbook: it is refused with cells named, or comes back as a
customer that reads, and no line changes that is not concerned."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broken.spoil import copy_of_good
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, load_customer
from drillsim.files.workbook import Book, CellWords, mark_of, read_book
from drillsim.texts import problem_line
from drillsim.use.load import load
from drillsim.use.workbook import export_customer, import_customer

WORDS = st.one_of(
    st.sampled_from(
        ("", "0", "1", "5 min", "５分钟", "30'", "true", "是", "icu", "101, 102", "[]", "{}", "[a", "{a: b}", '"', "''",
         "- x", "a: b", "# c", "&a", "*a", "!t", "|", "2026-07-01", "S01", "C1", "{zh: 甲}", "\u3000x\u3000", "a\nb"),
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
)  # fmt: skip
MOST_LINES = 3
"""Lines a value may run over."""
EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), WORDS), min_size=1, max_size=3)


class _Exported:
    """A customer and the workbook of it, made once."""

    folder: CustomerFolder | None = None
    book: Book | None = None

    def get(self) -> tuple[CustomerFolder, Book]:
        if self.folder is None or self.book is None:
            root = Path(mkdtemp(prefix="drillsim-"))
            self.folder, _ = load(copy_of_good(root / "good"))
            export_customer(self.folder, root / "plan.xlsx", "en")
            self.book = read_book(root / "plan.xlsx")
        return self.folder, self.book


EXPORTED = _Exported()


def edited(book: Book, edits: list[tuple[int, int, str]]) -> Book:
    sheets = [each for each in book.sheets if not each.hidden and len(each.cells) > 2 and "." in each.name]
    for at, place, words in edits:
        number = at % len(sheets)
        sheet = sheets[number]
        lines = sorted({line for line, _ in sheet.cells if line > 1}) or [2]
        width = max(column for _, column in sheet.cells)
        line = [*lines, lines[-1] + 1][place % (len(lines) + 1)]
        cell = (line, 1 + place // (len(lines) + 1) % width)
        cells = {key: each for key, each in sheet.cells.items() if key != cell}
        shown = words.strip()
        sheets[number] = replace(sheet, cells={**cells, cell: CellWords(shown)} if shown else cells)
    changed = {each.name: each for each in sheets}
    return replace(book, sheets=tuple(changed.get(each.name, each) for each in book.sheets))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_any_edit_of_cells_is_taken_or_refused(edits: list[tuple[int, int, str]]) -> None:
    folder, book = EXPORTED.get()
    target = copy_of_good(Path(mkdtemp(prefix="drillsim-")) / "good")
    made, changed = replace(folder, path=target), edited(book, edits)
    try:
        done = import_customer(made, changed, mark_of(changed))
    except InvalidInput as error:
        assert all(problem_line("en", each) for each in error.problems)
        assert all((target / file.name).read_bytes() == file.data for file in folder.files)
        return
    after = load_customer(target)
    if all(each.what == "changed" for each in done.changes):
        assert _replaced(folder, after) <= MOST_LINES * len(edits)
    again = target.with_name("again.xlsx")
    export_customer(after, again, "zh")
    book = read_book(again)
    assert import_customer(after, book, mark_of(book)).changes == []


def _replaced(before: CustomerFolder, after: CustomerFolder) -> int:
    """The number of lines that are not as they were."""
    found = 0
    for old, new in zip(_lines(before), _lines(after), strict=True):
        opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        found += sum(max(b - a, d - c) for kind, a, b, c, d in opcodes if kind != "equal")
    return found


def _lines(folder: CustomerFolder) -> list[list[str]]:
    return [file.data.decode().splitlines() for file in folder.files]
