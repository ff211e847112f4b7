"""Workbooks people edit: reading them as words, the mark that tells what they are, and the rows that came back."""

from drillsim.files.workbook.book import Book, Sheet, read_book
from drillsim.files.workbook.cells import CellWords, day_words, plain
from drillsim.files.workbook.mark import MARK_SHEET, Mark, MarkedRow, digest, mark_of, mark_rows
from drillsim.files.workbook.returned import ReturnedRow, letters, returned_rows

__all__ = [
    "MARK_SHEET",
    "Book",
    "CellWords",
    "Mark",
    "MarkedRow",
    "ReturnedRow",
    "Sheet",
    "day_words",
    "digest",
    "letters",
    "mark_of",
    "mark_rows",
    "plain",
    "read_book",
    "returned_rows",
]
