"""The company's own Word file as a template: looked at before it is opened."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

MOST_BYTES = 40_000_000
"""Size of all members unpacked; a form is far smaller."""
MOST_MEMBERS = 2_000
TYPES, BODY = "[Content_Types].xml", "word/document.xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def is_word_file(data: bytes) -> bool:
    """Return whether this is a Word file without macros, embedded programs, entities or anything fetched from
    elsewhere; a hyperlink is none of these."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = {each.filename for each in members}
            small = len(members) <= MOST_MEMBERS and sum(each.file_size for each in members) <= MOST_BYTES
            if not small or not {TYPES, BODY} <= names or any(_is_program(each) for each in names):
                return False
            return all(_is_plain(name, archive.read(name)) for name in names if name.endswith((".xml", ".rels")))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
        OSError,
        EOFError,
        ValueError,
    ):
        return False


def _is_program(name: str) -> bool:
    return "vbaProject" in name or name.startswith(("word/embeddings/", "word/activeX/"))


def _is_plain(name: str, body: bytes) -> bool:
    """Return whether a member has neither entities nor relations to the outside."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body or body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    tree = ElementTree.fromstring(body)
    relations = tree.iter(_RELATION) if name.endswith(".rels") else ()
    return not any(each.get("TargetMode") == "External" and each.get("Type") != _LINK for each in relations)
