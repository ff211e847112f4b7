"""Everything drillsim says to people, in Chinese and English, by message id.

The texts stand in `zh/*.ftl` and `en/*.ftl` (Mozilla Fluent), one file an area, and are rendered only at the edge:
below the documents and the command line everything is a code with facts.
"""

from drillsim.texts.apart import told_apart
from drillsim.texts.catalogue import LANGS, Lang, TextError, has, message_ids, text
from drillsim.texts.problem import problem_line
from drillsim.texts.quantity import duration_text, list_text

__all__ = [
    "LANGS",
    "Lang",
    "TextError",
    "duration_text",
    "has",
    "list_text",
    "message_ids",
    "problem_line",
    "text",
    "told_apart",
]
