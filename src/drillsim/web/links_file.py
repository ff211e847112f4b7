"""The links of a drill that goes on, kept beside its record so that pages find their way back after a crash.

Only the user whose drill it is may read the file; it is gone once the drill has ended.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from drillsim.files import write_text
from drillsim.session import Participant, Reading
from drillsim.web.access import Access, Ticket

LINKS = "links.json"


def keep_links(folder: Path, access: Access, port: int, reading: Reading) -> None:
    """Write the links, and the port they name."""
    rows = [{**asdict(each), "ends_ms": each.ends_ms - reading.monotonic + reading.wall} for each in access.tickets()]
    write_text(folder / LINKS, json.dumps({"port": port, "tickets": rows}, ensure_ascii=False) + "\n")
    (folder / LINKS).chmod(0o600)


def kept_links(folder: Path, access: Access, reading: Reading) -> int:
    """Take up the links that were kept, and return the port they name; 0 where there are none that can be read."""
    try:
        told = json.loads((folder / LINKS).read_text(encoding="utf-8"))
        for row in told["tickets"]:
            who = Participant(**{**row["participant"], "plays": tuple(row["participant"]["plays"])})
            ends_ms = row["ends_ms"] - reading.wall + reading.monotonic
            access.take_up(Ticket(**{**row, "participant": who, "ends_ms": ends_ms}))
        return int(told["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def drop_links(folder: Path) -> None:
    """Have the links open nothing any more, and the file be gone."""
    (folder / LINKS).unlink(missing_ok=True)
