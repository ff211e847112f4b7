"""Rows as a Parquet table: one a case and draw; figures of the subjects as lists, in the order its metadata names."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from drillsim.campaign.play import Row
from drillsim.campaign.runner import Subject

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "1"


def schema(subjects: Sequence[Subject]) -> pa.Schema:
    """Columns of the table; `drillsim.subjects` in its metadata names what the lists stand for."""
    import pyarrow as pa

    numbers, words = pa.list_(pa.int64()), pa.list_(pa.string())
    entry = pa.struct(
        [("subject", pa.string()), ("cause", pa.string()), ("late_ms", pa.int64()), ("unserved_w_ms", pa.int64())]
    )
    told = [{"kind": each.kind, "id": each.id, "max_interruption_ms": each.max_interruption_ms} for each in subjects]
    return pa.schema(
        [
            ("unit", pa.int32()),
            ("variant", pa.string()),
            ("members", words),
            ("hour", pa.string()),
            ("scenario", pa.string()),
            ("draw", pa.int32()),
            ("played", pa.bool_()),
            ("left_out", pa.bool_()),
            ("why", pa.string()),
            ("share", pa.float64()),
            ("status", pa.string()),
            ("outage_ms", numbers),
            ("open", pa.list_(pa.int8())),
            ("total_ms", numbers),
            ("interruptions", pa.list_(pa.int32())),
            ("sustained", pa.list_(pa.int32())),
            ("sustained_ms", numbers),
            ("unserved_w_ms", numbers),
            ("verdicts", pa.list_(pa.int8())),
            ("hazards", pa.int32()),
            ("harmed", pa.int32()),
            ("events", pa.int32()),
            ("cards", words),
            ("steps", words),
            ("no_flow", words),
            ("ledger", pa.list_(entry)),
        ],
        metadata={"drillsim.format": FORMAT, "drillsim.subjects": json.dumps(told, ensure_ascii=False)},
    )


_OF_ROW = ("unit", "variant", "members", "hour", "scenario", "draw", "played", "left_out", "why", "share")
_OF_OUTCOME = (
    "status", "outage_ms", "open", "total_ms", "interruptions", "sustained", "sustained_ms", "unserved_w_ms",
    "verdicts", "hazards", "harmed", "events", "cards", "steps", "no_flow",
)  # fmt: skip


def table(rows: Sequence[Row], columns: pa.Schema) -> pa.Table:
    """`rows` as a table with these columns."""
    import pyarrow as pa

    found: dict[str, Iterable[object]] = {name: [getattr(row, name) for row in rows] for name in _OF_ROW}
    found |= {name: [getattr(row.outcome, name) for row in rows] for name in _OF_OUTCOME}
    found["ledger"] = [
        [
            {
                "subject": each.subject,
                "cause": each.cause,
                "late_ms": each.late_ms,
                "unserved_w_ms": each.unserved_w_ms,
            }
            for each in row.outcome.ledger
        ]
        for row in rows
    ]
    return pa.table({name: pa.array(list(found[name]), columns.field(name).type) for name in columns.names}, columns)


def parquet_bytes(found: pa.Table) -> bytes:
    """The table as a Parquet file."""
    import pyarrow.parquet as pq

    with io.BytesIO() as stream:
        pq.write_table(found, stream, compression="zstd")
        return stream.getvalue()
