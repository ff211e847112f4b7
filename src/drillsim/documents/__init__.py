"""Documents of a run, written from what was recorded. Nothing here simulates.

`run_document` is what `run --json` prints; `run_folder` keeps a run on the disk and reads it back; `build_report` puts
a `Report` together in one language, `run_report` and `forms` make documents of blocks from it, which `render` lays out;
`pictures` draws.
"""

from drillsim.documents.event_words import event_text
from drillsim.documents.names import Names, names_of, step_of_instance
from drillsim.documents.regression_rows import regression_rows
from drillsim.documents.report import Light, Report, WeakPoint
from drillsim.documents.run_document import (
    Both,
    JudgedRow,
    RecommendationRow,
    RegisterPart,
    RunDocument,
    Said,
    run_schema,
    said,
    spoken,
)
from drillsim.documents.wording import code_text, reason_text, state_text

__all__ = [
    "Both",
    "JudgedRow",
    "Light",
    "Names",
    "RecommendationRow",
    "RegisterPart",
    "Report",
    "RunDocument",
    "Said",
    "WeakPoint",
    "code_text",
    "event_text",
    "names_of",
    "reason_text",
    "regression_rows",
    "run_schema",
    "said",
    "spoken",
    "state_text",
    "step_of_instance",
]
