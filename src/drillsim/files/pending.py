"""Several files of a customer replaced together: all of them or, after a crash at any moment, none.

    <customer>/history/.pending-<random>/    being made: new/… are the files to come, old/ the version that is kept
    <customer>/history/.pending/             the same, whole, with manifest.json: from this rename on the change is made

The files then go to their places one by one. Whoever reads a customer meanwhile, or after a crash, reads those that
have not gone yet where they lie (`place_of`); `finish` moves the rest. Without the rename nothing has happened, and
what was being made is removed.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.write import naming

HISTORY, EDITIONS = "history", "editions"
_PENDING = ".pending"
_MANIFEST = "manifest.json"
_NEW, _OLD = "new", "old"
_MAY_COME = re.compile(
    rf"customer\.yaml|network\.yaml|site\.yaml|plan\.yaml|register\.yaml|{HISTORY}/revisions\.yaml|{EDITIONS}/[^/\\:\x00]+\.yaml"
)
_MAY_BE_KEPT = re.compile(r"[\w\-][\w.\-]*")
"""Folders come from others: what is written there on what is left to do moves nothing beyond these names."""
_TAKEN = (errno.ENOENT, errno.EEXIST, errno.ENOTEMPTY)
"""Errors where something made by others is in the way, or ours was taken for what a crash has left."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Files that come together, by their paths in the customer's folder, and the version that is kept below
    `history`."""

    version: str
    """Version that comes."""
    kept: str
    """Name of the kept version's folder."""
    old: Mapping[str, bytes]
    """Every file of that version."""
    new: Mapping[str, bytes]
    was: Mapping[str, bytes | None]
    """For each file that comes, what stood there when it was made; None where nothing did."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    version: str
    kept: str
    files: Mapping[str, tuple[str | None, str]]
    """Digests of each file before and after."""


def exchange(folder: Path, due: Exchange) -> None:
    """Puts the new files in the place of the old in the customer's `folder`, and keeps the old version.

    Raises: InvalidInput when one of them was changed meanwhile, or others work on the folder; then nothing is written.
    """
    history = folder / HISTORY
    history.mkdir(exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f"{_PENDING}-", dir=history))
    try:
        _stage(folder, staging, due)
        _refuse_changed(folder, due)
        with naming(history / _PENDING):
            staging.rename(history / _PENDING)
    except OSError as error:
        if error.errno in _TAKEN:
            raise InvalidInput([Problem(file=folder.as_posix(), code="folder-in-use")]) from None
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _settle(history)
    finish(folder)


def pending_version(folder: Path) -> str:
    """Return the version whose files have not all gone to their places in `folder`; empty where there is none."""
    found = _manifest(folder)
    return found.version if found else ""


def place_of(folder: Path, name: str) -> Path:
    """Return the path to read the file `name` of a customer from: where it lies until it has gone to its place."""
    waiting = folder / HISTORY / _PENDING / _NEW / name
    return waiting if waiting.is_file() else folder / name


def finish(folder: Path) -> str:
    """Moves what a crash has left to its place, removes what was being made. Gives the version that came; empty where
    none was on its way.

    Raises: InvalidInput when a file was changed by hand meanwhile; OSError where the folder cannot be written.
    """
    history = folder / HISTORY
    if not history.is_dir():
        return ""
    for left in sorted(history.glob(f"{_PENDING}-*")):
        shutil.rmtree(left, ignore_errors=True)
    pending, found = history / _PENDING, _manifest(folder)
    if found is None:
        shutil.rmtree(pending, ignore_errors=True)  # all had gone, the manifest first
        return ""
    _refuse_foreign(folder, found)
    _move(pending / _OLD, history / found.kept)
    for name in found.files:
        (folder / name).parent.mkdir(exist_ok=True)
        _move(pending / _NEW / name, folder / name)
    _settle(history)
    _settle(folder)
    shutil.rmtree(pending)
    return found.version


def _stage(folder: Path, staging: Path, due: Exchange) -> None:
    for name, data in due.old.items():
        _write(staging / _OLD / name, data)
    for name, data in due.new.items():
        _write(staging / _NEW / name, data)
        with suppress(OSError):
            shutil.copymode(folder / name, staging / _NEW / name)
    digests = {name: [_digest(due.was[name]), _digest(data)] for name, data in due.new.items()}
    told = {"format": 1, "version": due.version, "kept": due.kept, "files": digests}
    _write(staging / _MANIFEST, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8"))
    for each in (staging / _OLD, staging / _NEW, staging):
        _settle(each)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with naming(path), path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move(source: Path, target: Path) -> None:
    """`source` in the place of `target`; nothing where it has gone there already."""
    with suppress(FileNotFoundError):
        source.replace(target)


def _settle(folder: Path) -> None:
    """Has the names in `folder` on the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _manifest(folder: Path) -> _Manifest | None:
    """The manifest of what is on its way in `folder`; None where nothing is. Raises: InvalidInput where it is not
    ours."""
    path = folder / HISTORY / _PENDING / _MANIFEST
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
        files = {str(name): (before, str(after)) for name, (before, after) in told["files"].items()}
        found = _Manifest(str(told["version"]), str(told["kept"]), files)
        if not all(map(_MAY_COME.fullmatch, files)) or not _MAY_BE_KEPT.fullmatch(found.kept):
            raise ValueError
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InvalidInput([Problem(file=path.as_posix(), code="pending-unreadable")]) from None
    return found


def _refuse_changed(folder: Path, due: Exchange) -> None:
    """Refuse where a file is no longer what the new one was made from."""
    for name, before in due.was.items():
        if _present(folder / name) != _digest(before):
            raise InvalidInput([Problem(file=(folder / name).as_posix(), code="changed-meanwhile")])


def _refuse_foreign(folder: Path, found: _Manifest) -> None:
    """Refuse where a file that is still to come would replace something nobody has seen."""
    waiting = folder / HISTORY / _PENDING / _NEW
    for name, (before, after) in found.files.items():
        if (waiting / name).is_file() and _present(folder / name) not in (before, after):
            told = facts(version=found.version, waiting=(waiting / name).as_posix())
            raise InvalidInput([Problem(file=(folder / name).as_posix(), code="changed-before-it-came", facts=told)])


def _present(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else sha256(data).hexdigest()
