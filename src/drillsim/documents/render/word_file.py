"""The company's own Word file as a template: looked at before it is opened."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from drillsim.errors import InvalidInput
from drillsim.files import refuse_hostile

TYPES, BODY = "[Content_Types].xml", "word/document.xml"


def is_word_file(data: bytes) -> bool:
    """Return whether this is a Word file without macros, embedded programs, entities or anything fetched from
    elsewhere; a hyperlink is none of these."""
    try:
        refuse_hostile(data, "")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(archive.read(name))
            return {TYPES, BODY} <= set(archive.namelist())
    except (InvalidInput, ElementTree.ParseError):
        return False
