"""A file's bytes as text, or why not: UTF-8, at most 5 MB, no character that nobody typed on purpose.

A byte order mark and CRLF stay in the text, so that what is written back differs only where it was changed. Offsets
into the text therefore count them.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from drillsim.errors import Problem, facts

LIMIT_BYTES = 5_000_000
"""Larger files are refused unread."""
BOM = "\ufeff"

# Tabs look like spaces and are not; the others break lines where no editor shows it, hide, or turn text around.
_ODD = re.compile(
    "\t|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_ODD_VALUE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def read_bytes(path: Path, label: str, limit: int = LIMIT_BYTES) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The file's bytes; without them the problem says that it is too large, missing or not readable."""
    try:
        with path.open("rb") as stream:
            seen = os.fstat(stream.fileno())
            # A read sets aside what it asks for; what is no file on a disk has no size.
            data = stream.read(1 + (min(seen.st_size, limit) if stat.S_ISREG(seen.st_mode) else limit))
    except FileNotFoundError:
        return None, (Problem(file=label, code="file-missing"),)
    except OSError:
        return None, (Problem(file=label, code="file-unreadable"),)
    if len(data) > limit:
        return None, (Problem(file=label, code="file-too-large", facts=facts(limit_mb=limit // 1_000_000)),)
    return data, ()


def utf8(data: bytes, label: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of `data` as it is, byte order mark included; None and one problem where it is in another encoding."""
    try:
        odd = data.find(b"\0", 0, 4)  # UTF-16 of ASCII is UTF-8 to the letter
        text = data.decode("utf-8") if odd < 0 else None
    except UnicodeDecodeError as error:
        odd, text = error.start, None
    if text is not None:
        return text, ()
    line = data.count(b"\n", 0, odd) + 1
    return None, (Problem(file=label, line=line, code="not-utf8", facts=facts(byte=f"0x{data[odd]:02X}")),)


def decode(data: bytes, label: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of `data`, byte order mark included. Odd characters are problems and stand as spaces in the text, so
    that the rest can still be judged."""
    text, problems = utf8(data, label)
    if text is None:
        return None, problems
    bom = BOM if text.startswith(BOM) else ""
    body = text[len(bom) :]
    problems = tuple(_odd_characters(body, label))
    return (bom + _ODD.sub(" ", body) if problems else text), problems


def odd_in_value(value: str) -> str:
    """The code point of a character no text may hold, such as `U+0000`; empty when there is none. Escapes between
    double quotes bring them past the check of the file."""
    found = _ODD_VALUE.search(value)
    return _code_point(found[0]) if found else ""


def visible(value: str) -> str:
    """`value` with a space for every character no text may hold."""
    return _ODD_VALUE.sub(" ", value) if _ODD_VALUE.search(value) else value


def _odd_characters(body: str, label: str) -> Iterator[Problem]:
    line, counted, told = 1, 0, set()
    for found in _ODD.finditer(body):
        line += body.count("\n", counted, found.start())
        counted = found.start()
        if (line, found[0]) in told:
            continue
        told.add((line, found[0]))
        if found[0] == "\t":
            yield Problem(file=label, line=line, code="tab")
        else:
            yield Problem(file=label, line=line, code="control-character", facts=facts(code=_code_point(found[0])))


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
