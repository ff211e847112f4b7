"""The path somebody meant by one that is not there: quotes and blanks that came along, full-width signs, the other
slash, another case, a slip of the pen.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from pathlib import Path

_AROUND = " \t\"'“”‘’「」《》"
_OF_FILES = (".yaml", ".yml", ".json", ".xlsx")
_ALIKE = 0.6


def tidy(word: str) -> str:
    """`word` as it was probably meant: nothing around it, signs in ASCII, one kind of slash and none at the end."""
    plain = unicodedata.normalize("NFKC", word.strip(_AROUND)).strip(_AROUND).replace("\\", "/")
    return plain.rstrip("/") or plain


def near_folder(given: Path) -> str:
    """The folder probably meant by `given`, which is none; empty where nothing is like it.

    A name alone is looked for below `plans` too.
    """
    path = Path(tidy(str(given)))
    if path.is_file() or (path.suffix in _OF_FILES and path.parent.is_dir()):
        return path.parent.as_posix()
    found = _walked(path)
    if found is None and len(path.parts) == 1:
        found = _walked(Path("plans") / path)
    return found.as_posix() if found else ""


def customers_in(folder: Path) -> tuple[str, ...]:
    """Folders just below `folder` that hold a customer's files."""
    return tuple(sorted(file.parent.as_posix() for file in folder.glob("*/customer.yaml")))


def _walked(path: Path) -> Path | None:
    """`path` with every part that is not there replaced by the folder most like it; None where there is none."""
    here = Path(path.anchor) if path.anchor else Path()
    for part in path.parts[1:] if path.anchor else path.parts:
        if (here / part).is_dir():
            here /= part
            continue
        try:
            there = {each.name.lower(): each.name for each in sorted(here.iterdir()) if each.is_dir()}
        except OSError:
            return None
        like = get_close_matches(part.lower(), there, 1, _ALIKE)
        if not like:
            return None
        here /= there[like[0]]
    return here
