"""Documents laid out: blocks in, bytes of a file out. Nothing is worked out here."""

from drillsim.documents.blocks import Document
from drillsim.documents.render.html import fragment
from drillsim.documents.render.registry import FORMATS, Format, render
from drillsim.documents.render.word_file import is_word_file

__all__ = ["FORMATS", "Document", "Format", "fragment", "is_word_file", "render"]
