"""Everything drillsim says to people, in Chinese and English, by message id.

The texts stand in `zh/*.ftl` and `en/*.ftl` (Mozilla Fluent), one file an area, and are rendered only at the edge:
below the documents and the command line everything is a code with facts.
"""

from drillsim.texts.catalogue import LANGS, Lang, TextError, has, message_ids, text
from drillsim.texts.problem import problem_line

__all__ = ["LANGS", "Lang", "TextError", "has", "message_ids", "problem_line", "text"]
