"""The cache: values that take seconds to work out and follow from files alone, kept in the user's cache folder.

Nobody depends on it: a folder that cannot be read or written, a file cut short or deleted cost time and nothing else.
`DRILLSIM_CACHE` names another folder, or `off`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from drillsim.files.write import write_bytes

VARIABLE = "DRILLSIM_CACHE"
MOST = 64
"""Files kept; beyond, the oldest goes."""


def cache_folder() -> Path | None:
    """Return the folder things are kept in; None where they are not."""
    asked = os.environ.get(VARIABLE, "").strip()
    if asked.lower() == "off":
        return None
    if asked:
        return Path(asked)
    from platformdirs import user_cache_path

    return user_cache_path("drillsim", appauthor=False)


def kept(name: str) -> bytes | None:
    """Return the bytes kept under `name`; None where there are none."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Keeps `data` under `name`, where the machine lets us."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        write_bytes(folder / name, data)
        files = sorted(folder.glob("*.npz"), key=lambda path: path.stat().st_mtime)
        for old in files[:-MOST]:
            old.unlink(missing_ok=True)
