"""An office file (.xlsx, .docx) looked at before anything in it is parsed.

It is a zip of XML. Its size, the size it claims unpacked, the number of its parts and every part's head are checked
first: zip bombs, entity bombs and parts in odd encodings end here, programs and whatever is fetched from elsewhere too.
openpyxl and python-docx therefore only ever see XML without a DOCTYPE.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from drillsim.errors import InvalidInput, Problem, facts

LIMIT_PARTS = 1_000
LIMIT_UNPACKED = 40_000_000
"""Bytes all parts together may have unpacked."""
LIMIT_RATIO = 200
"""Unpacked over packed size of one part larger than 1 MB; tables of numbers reach 20."""
_XML = (".xml", ".rels", ".vml")
_PROGRAM = re.compile(r"vbaproject|/(embeddings|activex|macrosheets|externallinks|customui)/", re.IGNORECASE)
"""Parts that run, or hold other files or tables of other workbooks."""
_ENCODING = re.compile(rb"""^[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})""")
_LINK = "/relationships/hyperlink"


def refuse_hostile(data: bytes, label: str) -> None:
    """Raises InvalidInput for a file that is no zip, whose parts are too many, too large or not plain XML, or that
    runs or fetches something. `label` names the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > LIMIT_PARTS or unpacked > LIMIT_UNPACKED or any(map(_is_bomb, parts)):
                raise _refused(label, "xlsx-bomb", limit_mb=LIMIT_UNPACKED // 1_000_000)
            for part in parts:
                if _PROGRAM.search("/" + part.filename):
                    raise _refused(label, "office-program", part=part.filename[:80])
                content = archive.read(part)
                if _is_odd(content, part.filename):
                    raise _refused(label, "xlsx-xml", part=part.filename[:80])
                if part.filename.endswith(".rels") and _fetches(content):
                    raise _refused(label, "office-fetches", part=part.filename[:80])
    except InvalidInput:
        raise
    except Exception:  # BadZipFile, zlib.error, NotImplementedError, RuntimeError (encrypted), EOFError …
        raise _refused(label, "xlsx-unreadable") from None


def _refused(label: str, code: str, **told: object) -> InvalidInput:
    return InvalidInput([Problem(file=label, code=code, facts=facts(**told))])


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > 1_000_000 and part.file_size > LIMIT_RATIO * max(part.compress_size, 1)


def _is_odd(content: bytes, name: str) -> bool:
    """Return whether a part declares entities, or is not UTF-8, where a declaration could hide. Which parts are XML is
    said inside the file, so every part is looked at; pictures alone may hold zeros."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if not name.lower().endswith(_XML):
        return False
    said = _ENCODING.match(content)
    return b"\0" in content or bool(said and said[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"))


def _fetches(content: bytes) -> bool:
    """Return whether a list of relations leads out of the file otherwise than by a hyperlink, which does so only when
    somebody presses it."""
    return any(
        each.get("TargetMode", "").lower() == "external" and not each.get("Type", "").endswith(_LINK)
        for each in ElementTree.fromstring(content).iter()
    )
