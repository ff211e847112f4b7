"""Office files are zip archives with the time of writing in them; these have one day for all, so that the same document
gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

DAY = (2000, 1, 1, 0, 0, 0)
STAMP = b"2000-01-01T00:00:00Z"
CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def pinned(data: bytes) -> bytes:
    """Return the archive with every time in it replaced by `DAY`, its members in the order of their names."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as made:
        # the list of types comes first: some readers tell an office file by it
        for name in sorted(given.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            body = given.read(name)
            if name == CORE:
                body = _TIMES.sub(rb"\g<1>" + STAMP + rb"\g<2>", body)
            made.writestr(zipfile.ZipInfo(name, DAY), body, zipfile.ZIP_DEFLATED)
    return found.getvalue()
