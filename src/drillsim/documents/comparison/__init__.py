"""The comparison of two versions written up: its document, its pages and its folder.

compare_document(found, pairing, old, new)   what `compare --json` prints
comparison_page(document, old, new, lang)    it in words of one language, for screen and paper
write_comparison(path, document, …)          the folder: document, pages, both versions' files, runs of the worst cases
read_comparison, rebuild_comparison          the folder read back, its pages written anew
"""

from drillsim.documents.comparison.build import compare_document, kept_cases
from drillsim.documents.comparison.document import CompareDocument, compare_schema
from drillsim.documents.comparison.folder import (
    is_comparison,
    read_comparison,
    rebuild_comparison,
    write_comparison,
)
from drillsim.documents.comparison.page import ComparisonPage, SubjectLine, comparison_page
from drillsim.documents.comparison.pages import comparison_html, comparison_markdown

__all__ = [
    "CompareDocument",
    "ComparisonPage",
    "SubjectLine",
    "compare_document",
    "compare_schema",
    "comparison_html",
    "comparison_markdown",
    "comparison_page",
    "is_comparison",
    "kept_cases",
    "read_comparison",
    "rebuild_comparison",
    "write_comparison",
]
