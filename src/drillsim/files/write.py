"""Writing so that a reader never meets half a file: beside the target first, then put in its place.

Nothing that is not ours is overwritten: a folder is replaced only if it holds the file that marks it as ours.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Name `path` in an error of the system: a full disk is told without a name, and nobody knew which."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def write_text(path: Path, text: str) -> None:
    """`text` at `path` in UTF-8, line breaks as they are in `text`. Folders on the way are made."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """`data` at `path`, all of it or, after a crash, none: what stood there before stays until then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with naming(path), os.fdopen(handle, "wb") as stream:
            stream.write(data)
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def part_of_folder(target: Path) -> Path:
    """Return the folder `target` is written in until it is whole: `<name>.part` beside it."""
    return target.with_name(target.name + ".part")


def begin_folder(target: Path, marker: str) -> Path:
    """Return an empty `<target>.part` to write into. Files an earlier attempt left there are dropped.

    Raises: InvalidInput `folder-not-ours` when `target` or its part stands there without the file `marker`.
    """
    part = part_of_folder(target)
    for folder in (target, part):
        _refuse_strangers(folder, marker)
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(parents=True)
    return part


def finish_folder(target: Path, marker: str) -> Path:
    """Puts `<target>.part` in the place of `target`, of which an older one is dropped. Gives `target`.

    Raises: InvalidInput `folder-not-ours` when `target` stands there without the file `marker`.
    """
    _refuse_strangers(target, marker)
    part = part_of_folder(target)
    if target.exists():
        old = target.with_name(target.name + ".old")
        _refuse_strangers(old, marker)
        if old.exists():
            shutil.rmtree(old)
        target.rename(old)
        part.rename(target)
        shutil.rmtree(old)
    else:
        part.rename(target)
    return target


def new_folder(target: Path) -> Path:
    """`target`, made if need be. Raises: InvalidInput `folder-not-empty` when something is in it already."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InvalidInput([Problem(file=target.as_posix(), code="folder-not-empty")])
    target.mkdir(parents=True, exist_ok=True)
    return target


def _refuse_strangers(folder: Path, marker: str) -> None:
    ours = folder.is_dir() and ((folder / marker).is_file() or not any(folder.iterdir()))
    if folder.exists() and not ours:
        raise InvalidInput([Problem(file=folder.as_posix(), code="folder-not-ours", facts=facts(marker=marker))])
