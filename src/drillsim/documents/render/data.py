"""A document as typed data, for other programs: the same blocks in the same order, each with its type; a cell keeps
its text and the value behind it, a time in seconds. A picture is told by its name and words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from drillsim.documents.blocks import Document, Picture

FORMAT = 1


def data(document: Document) -> bytes:
    """The document as one JSON document in UTF-8."""
    told = {"format": FORMAT, **_plain(document)}
    del told["type"]
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, Picture):
        return {"type": "picture", "name": value.name, "caption": value.caption, "alt": value.alt}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
        return {"type": type(value).__name__.lower(), **fields}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, dt.timedelta) else value
