"""Where a campaign lies on the disk while it runs and afterwards.

    reports/<customer>/campaign-s<seed>.part/
      campaign.spec.json   what is played, with the digests of the input files: what resuming compares
      inputs/              the exact files
      chunks/RRR-NNNNNN.parquet   rows of so many units of one batch of draws, each written whole or not at all

When all is played the chunks become `cases.parquet`, one row group each, and the folder is renamed.
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
from drillsim.files.write import begin_folder, finish_folder, part_of_folder, write_bytes, write_text

if TYPE_CHECKING:
    import pyarrow as pa

MARKER = "campaign.spec.json"
CASES = "cases.parquet"


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of one campaign. `path` is where it will stand."""

    path: Path

    @property
    def part(self) -> Path:
        """Where it stands while it runs."""
        return part_of_folder(self.path)

    def has(self, batch: int, chunk: int) -> bool:
        """Whether this chunk has been written."""
        return self._chunk(batch, chunk).is_file()

    def write(self, batch: int, chunk: int, rows: pa.Table) -> None:
        """Writes a chunk, all of it or, after a crash, none."""
        write_bytes(self._chunk(batch, chunk), parquet_bytes(rows))

    def chunks(self) -> tuple[Path, ...]:
        """Every chunk there is, in order."""
        return tuple(sorted((self.part / "chunks").glob("*.parquet")))

    def tables(self) -> Iterator[pa.Table]:
        """The rows, a chunk at a time."""
        import pyarrow.parquet as pq

        for path in self.chunks():
            yield pq.read_table(path)

    def merge(self) -> Path:
        """All rows in one file, chunk by chunk; the chunks are dropped when `finish` comes."""
        import pyarrow.parquet as pq

        target, beside = self.part / CASES, self.part / f".{CASES}.part"
        writer: Any = None
        with beside.open("wb") as stream:
            for rows in self.tables():
                writer = writer or pq.ParquetWriter(stream, rows.schema, compression="zstd")
                writer.write_table(rows)
            if writer is not None:
                writer.close()
        beside.replace(target)
        return target

    def finish(self) -> Path:
        """Puts the whole folder in its place."""
        shutil.rmtree(self.part / "chunks", ignore_errors=True)
        return finish_folder(self.path, MARKER)

    def _chunk(self, batch: int, chunk: int) -> Path:
        return self.part / "chunks" / f"{batch:03d}-{chunk:06d}.parquet"


def begin(path: Path, told: Mapping[str, Any], inputs: Mapping[str, bytes]) -> Store:
    """A new campaign's folder. Raises: InvalidInput `folder-not-ours`."""
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
    changed = _changed(before, json.loads(_json(told)))
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
