"""The documents of a search for the smallest set of changes.

revise_document(folder, searched, came_from, seed)   the document: what `revise --json` prints
revise_page(document, dossier, lang, titles)         the page for the meeting, line by line
write_search, read_search                            its folder
"""

from drillsim.documents.revise_report.build import revise_document
from drillsim.documents.revise_report.document import (
    EditionsRow,
    FromRow,
    OtherwiseRow,
    PlanRow,
    ReviseDocument,
    WallRow,
    WrittenRow,
    revise_schema,
)
from drillsim.documents.revise_report.folder import REVISE_JSON, RecordedSearch, read_search, write_search
from drillsim.documents.revise_report.page import revise_page

__all__ = [
    "REVISE_JSON",
    "EditionsRow",
    "FromRow",
    "OtherwiseRow",
    "PlanRow",
    "RecordedSearch",
    "ReviseDocument",
    "WallRow",
    "WrittenRow",
    "read_search",
    "revise_document",
    "revise_page",
    "revise_schema",
    "write_search",
]
