"""The face of a customer's workbook: its sheets, how it is written, and what it changes when it comes back."""

from drillsim.files.workbook.book_rows import BookRow, Read, known_rows, read_rows
from drillsim.files.workbook.customer_book import CUSTOMER, MSEL, files_book
from drillsim.files.workbook.differences import Change, Differences
from drillsim.files.workbook.layout import FILES, Section, sections
from drillsim.files.workbook.rows import rows_of

__all__ = [
    "CUSTOMER",
    "FILES",
    "MSEL",
    "BookRow",
    "Change",
    "Differences",
    "Read",
    "Section",
    "files_book",
    "known_rows",
    "read_rows",
    "rows_of",
    "sections",
]
