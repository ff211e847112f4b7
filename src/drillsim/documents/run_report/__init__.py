"""The report of one run as a document: page one, pictures, weak points, changes, and what is only looked up.

run_report(report) -> Document
"""

from drillsim.documents.run_report.document import looked_up, run_report
from drillsim.documents.run_report.first_page import first_page

__all__ = ["first_page", "looked_up", "run_report"]
