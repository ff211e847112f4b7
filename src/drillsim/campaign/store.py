"""The files of a campaign on the disk while it runs and afterwards.

    reports/<customer>/campaign-s<seed>.part/
      campaign.spec.json   what is played, with the digests of the input files: what resuming compares
      inputs/              the exact files
      chunks/<batch>-NNNNNN.parquet   rows of so many units of one batch of draws, each written whole or not at all

When all is played the chunks of the draws become `cases.parquet` and those of exact answers `exact.parquet`, one row
group each, and the folder is renamed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drillsim.campaign.table import parquet_bytes
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import begin_folder, finish_folder, naming, part_of_folder, write_bytes, write_text

if TYPE_CHECKING:
    import pyarrow as pa

MARKER = "campaign.spec.json"
CASES = "cases.parquet"
EXACT = "exact"
"""The batch of exact answers."""


def batch_name(number: int) -> str:
    """The name of a batch of draws, in the order in which they are drawn."""
    return f"{number:03d}"


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of one campaign. `path` is where it will stand."""

    path: Path

    @property
    def part(self) -> Path:
        """Path of the folder while the campaign runs."""
        return part_of_folder(self.path)

    def has(self, batch: str, chunk: int) -> bool:
        """Return whether this chunk has been written."""
        return self._chunk(batch, chunk).is_file()

    def write(self, batch: str, chunk: int, rows: pa.Table) -> None:
        """Writes a chunk, all of it or, after a crash, none."""
        write_bytes(self._chunk(batch, chunk), parquet_bytes(rows))

    def chunks(self, *, exact: bool = False) -> tuple[Path, ...]:
        """The chunks there are of the draws, or of the exact answers, in order."""
        found = sorted((self.part / "chunks").glob("*.parquet"))
        return tuple(path for path in found if path.name.startswith(f"{EXACT}-") == exact)

    def tables(self, *, exact: bool = False) -> Iterator[pa.Table]:
        """The rows of the draws, or of the exact answers, a chunk at a time."""
        import pyarrow.parquet as pq

        for path in self.chunks(exact=exact):
            yield pq.read_table(path)

    def merge(self) -> None:
        """All rows of a kind in one file, chunk by chunk; the chunks are dropped when `finish` comes."""
        self._merge(CASES, exact=False)
        self._merge(f"{EXACT}.parquet", exact=True)

    def _merge(self, name: str, *, exact: bool) -> None:
        import pyarrow.parquet as pq

        if not self.chunks(exact=exact):
            return
        beside = self.part / f".{name}.part"
        writer: Any = None
        with naming(beside), beside.open("wb") as stream:
            for rows in self.tables(exact=exact):
                writer = writer or pq.ParquetWriter(stream, rows.schema, compression="zstd")
                writer.write_table(rows)
            writer.close()
        beside.replace(self.part / name)

    def finish(self) -> Path:
        """Puts the whole folder in its place."""
        shutil.rmtree(self.part / "chunks", ignore_errors=True)
        return finish_folder(self.path, MARKER)

    def _chunk(self, batch: str, chunk: int) -> Path:
        return self.part / "chunks" / f"{batch}-{chunk:06d}.parquet"


def begin(path: Path, told: Mapping[str, Any], inputs: Mapping[str, bytes]) -> Store:
    """A new campaign's folder.

    Raises: InvalidInput `folder-not-ours`, or `campaign-unfinished` where one was stopped of which something is played.
    """
    part = part_of_folder(path)
    if any((part / "chunks").glob("*.parquet")):
        raise InvalidInput([Problem(file=part.as_posix(), code="campaign-unfinished")])
    part = begin_folder(path, MARKER)
    write_text(part / MARKER, _json(told))
    for name, data in inputs.items():
        write_bytes(part / "inputs" / name, data)
    return Store(path)


def resume(path: Path, told: Mapping[str, Any]) -> Store:
    """The folder of a campaign that was interrupted.

    Raises: InvalidInput `campaign-nothing-to-resume`, or `campaign-changed` with what is not as it was.
    """
    part = part_of_folder(path)
    try:
        before = json.loads((part / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise InvalidInput([Problem(file=part.as_posix(), code="campaign-nothing-to-resume")]) from None
    # Flags before what stands deeper: of a long list the first names are shown.
    changed = sorted(_changed(before, json.loads(_json(told))), key=lambda name: name.count("."))
    if changed:
        raise InvalidInput(
            [Problem(file=part.as_posix(), code="campaign-changed", facts=facts(changed=", ".join(changed)))]
        )
    return Store(path)


def _changed(before: Any, now: Any, path: str = "") -> list[str]:
    """Dotted names of what differs."""
    if isinstance(before, dict) and isinstance(now, dict):
        names = dict.fromkeys((*before, *now))
        return [
            each
            for name in names
            for each in _changed(before.get(name), now.get(name), f"{path}.{name}" if path else name)
        ]
    return [] if before == now else [path]


def _json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
