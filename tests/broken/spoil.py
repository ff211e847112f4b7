"""Ways to spoil the good folder, one file and one spot at a time."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = Path(__file__).parent / "good"

Change = Callable[[Path], None]
"""Spoils a copy of the good folder."""


@dataclass(frozen=True)
class Broken:
    """One broken folder and what must be said about it."""

    name: str
    change: Change
    file: str
    line: int
    code: str


def swap(file: str, old: str, new: str) -> Change:
    """`old`, which must stand in `file` exactly once, becomes `new`."""

    def change(folder: Path) -> None:
        text = (folder / file).read_bytes().decode("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_bytes(text.replace(old, new).encode("utf-8"))

    return change


def put(file: str, content: str | bytes) -> Change:
    """`file` holds `content` and nothing else."""

    def change(folder: Path) -> None:
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    return change


def append(file: str, text: str) -> Change:
    """`text` stands behind what is in `file`."""

    def change(folder: Path) -> None:
        with (folder / file).open("ab") as stream:
            stream.write(text.encode("utf-8"))

    return change


def lose(file: str) -> Change:
    """`file` is gone."""
    return lambda folder: (folder / file).unlink()


def rename(file: str, name: str) -> Change:
    """`file` goes by another name."""

    def change(folder: Path) -> None:
        (folder / file).rename(folder / name)

    return change


def recode(file: str, encoding: str) -> Change:
    """`file` in another encoding."""

    def change(folder: Path) -> None:
        (folder / file).write_bytes((folder / file).read_text(encoding="utf-8").encode(encoding))

    return change


def both(*changes: Change) -> Change:
    """One after the other."""

    def change(folder: Path) -> None:
        for each in changes:
            each(folder)

    return change


def network(name: str, content: bytes | str) -> Change:
    """The network in another spelling."""
    return both(lose("network.yaml"), put(name, content))


def frame(
    rows: dict[str, list[object]], module: str = "pandas.core.frame", cls: str = "DataFrame"
) -> dict[str, object]:
    """One table as pandapower writes it into json."""
    count = len(next(iter(rows.values())))
    split = {
        "columns": list(rows),
        "index": list(range(count)),
        "data": [[values[row] for values in rows.values()] for row in range(count)],
    }
    return {"_module": module, "_class": cls, "_object": json.dumps(split), "orient": "split"}


def net(**tables: object) -> str:
    """A pandapower network as json."""
    inner = {"version": "3.1.0", "format_version": "3.1.0", "name": "", "f_hz": 50.0, **tables}
    return json.dumps({"_module": "pandapower.auxiliary", "_class": "pandapowerNet", "_object": inner}, indent=1)


def zip_bomb() -> bytes:
    """A workbook whose one part unpacks to 200 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/workbook.xml", "w") as part:
            for _ in range(200):
                part.write(b" " * 1_000_000)
    return packed.getvalue()


def copy_of_good(target: Path) -> Path:
    """The good folder at `target`."""
    return Path(shutil.copytree(GOOD, target))
