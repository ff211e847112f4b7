"""Documents of a run, written from what was recorded. Nothing here simulates.

`run_document` is what `run --json` prints; `run_folder` keeps a run on the disk and reads it back; `build_report` puts
a `Report` together in one language, which `markdown` and `html` lay out; `pictures` draws.
"""

from drillsim.documents.regression_rows import regression_rows
from drillsim.documents.report import Light, Report, WeakPoint
from drillsim.documents.run_document import JudgedRow, RegisterPart, RunDocument, run_schema, said, spoken

__all__ = [
    "JudgedRow",
    "Light",
    "RegisterPart",
    "Report",
    "RunDocument",
    "WeakPoint",
    "regression_rows",
    "run_schema",
    "said",
    "spoken",
]
