"""The comparison of two versions written up: its document and its folder.

compare_document(found, pairing, old, new)   what `compare --json` prints
write_comparison(path, document, …)          the folder: document, both versions' files, both runs of the worst cases
names_of_both(old, new, lang)                the names of everything in either version
"""

from drillsim.documents.comparison.build import compare_document, kept_cases, names_of_both
from drillsim.documents.comparison.document import CompareDocument, ExtremeRow, SubjectRow, VersionRow, compare_schema
from drillsim.documents.comparison.folder import write_comparison
from drillsim.documents.names import Names

__all__ = [
    "CompareDocument",
    "ExtremeRow",
    "Names",
    "SubjectRow",
    "VersionRow",
    "compare_document",
    "compare_schema",
    "kept_cases",
    "names_of_both",
    "write_comparison",
]
