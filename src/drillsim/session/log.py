"""The log of a session: what the room did beside the decisions, which stand in the run's journal.

JSON Lines, one entry a line, flushed at once: pauses and speeds, injects held and given, who joined, notes, ratings,
how it ended. Wall-clock times are those of the room. A line that was torn by a crash is the last and is dropped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from drillsim.errors import InvalidInput, Problem, facts

WHATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "opened": ("customer", "scenario", "seed", "plan_version", "played"),
        "resumed": (),
        "branched": ("session", "from_ms"),
        "joined": ("participant", "name", "part", "plays"),
        "left": ("participant",),
        "double_blind": (),
        "attended": ("name", "unit", "role"),
        "settled": ("item",),
        "revoked": ("participant",),
        "renewed": ("participant",),
        "invited": ("participant", "name", "part", "plays"),
        "wall": ("role",),
        "played_by": ("role", "participant"),
        "started": (),
        "paused": ("why",),
        "speed": ("speed",),
        "jumped": ("to_ms",),
        "clock": (),
        "gap": ("ms",),
        "set_back": ("ms",),
        "line": ("line", "state", "due_ms", "given_ms", "withdrawn", "fulfilled"),
        "shifted": ("by_ms",),
        "refused": ("decision", "code"),
        "told": ("key", "text", "to", "from_"),
        "note": ("text",),
        "photo": ("file", "text"),
        "keyed": ("text", "time_ms", "role"),
        "rated": ("step", "rating", "reason"),
        "remarked": ("step", "text"),
        "stopped": ("how", "why"),
        "corrected": ("step", "at_ms", "person", "why"),
        "completed": ("entry", "at_ms", "role", "step"),
        "taken_back": ("entry", "why"),
        "row": (
            "row",
            "code",
            "subject",
            "problem",
            "clause",
            "at_ms",
            "severity",
            "measure",
            "side",
            "person",
            "due",
            "status",
            "reason",
        ),
        "graded": ("item", "grade", "reason"),
        "signed": ("name",),
        "shows": ("section",),
        "taken_over": ("rows",),
    }
)
"""Kinds of entries and the fields each has; who did it stands in `by`. `double_blind`: only whoever leads sees what is
so before the end; `revoked`, `renewed`: a link taken back, made anew; `invited`: a link made for somebody more;
`wall.role`: whose knowledge the board shows. `played_by.participant` is empty where the plan plays the role; `clock`
stands for the time alone, every few seconds while it runs; `told`: words whoever leads has had told to people, under
the key the journal knows them by; `stopped.how`: completed, aborted, abandoned or real_emergency. `remarked`: an
evaluator's words about a step. Then what is said afterwards: `corrected`: a step was done at another time, or by
another person; `completed`: time, role and step of words that were keyed; `taken_back`: an entry does not hold any
more; `row`: one row of the improvement list as it stands from now on; `graded`: an objective, or with `whole` the
drill; `shows`: the part of the hot wash that everybody sees; `taken_over.rows`: number in the register of each row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `at_ms` is the scenario time, `wall` the room's, `by` a participant's id or empty for the machine."""

    number: int
    at_ms: int
    wall: str
    by: str
    what: str
    data: Mapping[str, Any]


class Log:
    """The entries of one session, each written and flushed as it comes."""

    def __init__(self, stream: TextIO | None = None, before: tuple[Entry, ...] = ()) -> None:
        self._stream, self.entries = stream, list(before)

    def add(self, at_ms: int, wall: str, what: str, by: str = "", /, **data: Any) -> Entry:
        """Add one entry. Raises: KeyError for a kind or a field that is none."""
        if set(data) != set(WHATS[what]):
            raise KeyError(what, sorted(set(data) ^ set(WHATS[what])))
        entry = Entry(len(self.entries) + 1, at_ms, wall, by, what, data)
        self.entries.append(entry)
        if self._stream is not None:
            self._stream.write(json.dumps(asdict(entry), ensure_ascii=False, sort_keys=False) + "\n")
            self._stream.flush()
            os.fsync(self._stream.fileno())
        return entry

    def last(self, what: str) -> Entry | None:
        """Return the last entry of a kind; None where there is none."""
        return next((each for each in reversed(self.entries) if each.what == what), None)


def read_log(path: Path) -> tuple[Entry, ...]:
    """The entries in the file, without a torn last line. Raises: InvalidInput with the line of one that is none."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    found: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        if not line.endswith("\n"):
            break
        entry = _entry(line)
        if entry is None or entry.number != number:
            told = facts(text=line[:80].strip())
            raise InvalidInput([Problem(file=path.as_posix(), line=number, code="session-log-line", facts=told)])
        found.append(entry)
    return tuple(found)


def _entry(line: str) -> Entry | None:
    try:
        told = json.loads(line)
        entry = Entry(**told)
    except (ValueError, TypeError):
        return None
    shapes = {"number": int, "at_ms": int, "wall": str, "by": str, "what": str, "data": dict}
    if any(not isinstance(told[name], shape) for name, shape in shapes.items()):
        return None
    return entry if set(entry.data) == set(WHATS.get(entry.what, ("",))) else None
