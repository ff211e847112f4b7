"""What a stranger gave and the bench cannot read: one sentence with file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class BadInput(Exception):
    """Something given to the bench is wrong; the message says where and what to write instead."""


def read_text(path: Path) -> str:
    """The text of a file. Raises: BadInput."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInput(f"{path.as_posix()}: there is no such file.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.as_posix()}: cannot be read as UTF-8 text: {error}.") from None


def read_json(text: str, label: str, line: int = 1) -> Any:
    """The value of a JSON text that begins in that line of the file `label`. Raises: BadInput."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{label}:{line + error.lineno - 1}: this is no JSON: {error.msg}.") from None
    except RecursionError:
        raise BadInput(f"{label}:{line}: this JSON is nested too deeply.") from None


def fields(value: Any, where: str, known: dict[str, type | tuple[type, ...]], due: tuple[str, ...]) -> dict[str, Any]:
    """`value` as an object with the fields `known` by type, `due` among them. Raises: BadInput."""
    if not isinstance(value, dict):
        raise BadInput(f"{where}: an object {{…}} is due here, with {', '.join(known)}.")
    for name in value:
        if name not in known:
            raise BadInput(f"{where}: there is no field {name!r}. Known are {', '.join(known)}.")
    for name in due:
        if name not in value:
            raise BadInput(f"{where}: the field {name!r} is missing.")
    for name, given in value.items():
        kind_or_kinds = known[name]
        kinds = kind_or_kinds if isinstance(kind_or_kinds, tuple) else (kind_or_kinds,)
        if not any(isinstance(given, kind) and (kind is bool or not isinstance(given, bool)) for kind in kinds):
            words = " or ".join(_WORDS[kind] for kind in kinds)
            raise BadInput(f"{where}: the field {name!r} has to be {words}.")
    return value


_WORDS: dict[type, str] = {str: "a text", bool: "true or false", list: "a list", dict: "an object", int: "a number"}


def texts(value: Any, where: str, name: str) -> tuple[str, ...]:
    """A text or a list of texts as a tuple. Raises: BadInput."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given or not all(isinstance(each, str) and each for each in given):
        raise BadInput(f"{where}: {name!r} has to be a text or a list of texts, and none of them empty.")
    return tuple(given)
