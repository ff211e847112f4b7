"""Workbooks people edit: reading them as words, the mark that tells what they are, the rows of a list that came back;
a customer's files as sheets, and the changes a workbook makes in them."""

from drillsim.files.workbook.book import Book, Sheet, read_book
from drillsim.files.workbook.book_rows import BookRow, Read, known_rows, read_rows
from drillsim.files.workbook.cells import CellWords, day_words, plain
from drillsim.files.workbook.customer_book import CUSTOMER, MSEL, files_book
from drillsim.files.workbook.differences import Change, Differences
from drillsim.files.workbook.layout import FILES, Section, sections
from drillsim.files.workbook.mark import MARK_SHEET, Mark, MarkedRow, digest, mark_of, mark_rows
from drillsim.files.workbook.returned import ReturnedRow, letters, returned_rows
from drillsim.files.workbook.room import row_height
from drillsim.files.workbook.rows import rows_of

__all__ = [
    "CUSTOMER",
    "FILES",
    "MARK_SHEET",
    "MSEL",
    "Book",
    "BookRow",
    "CellWords",
    "Change",
    "Differences",
    "Mark",
    "MarkedRow",
    "Read",
    "ReturnedRow",
    "Section",
    "Sheet",
    "day_words",
    "digest",
    "files_book",
    "known_rows",
    "letters",
    "mark_of",
    "mark_rows",
    "plain",
    "read_book",
    "read_rows",
    "returned_rows",
    "row_height",
    "rows_of",
    "sections",
]
