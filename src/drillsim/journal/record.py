"""The journal: a header line, then one event a line (JSON Lines, UTF-8). No `run_ended` means the run is incomplete.

Numbers are rounded where they are written (`rounded`), so the same run gives the same bytes everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from drillsim.errors import JournalUnreadable, Problem, facts
from drillsim.journal.events import TYPES, Event
from drillsim.version import __version__

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Journal:
    """The record of one run: the header and every event in order."""

    header: Mapping[str, Any]
    events: tuple[Event, ...]
    _places: dict[str, list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Positions of the events of each type; filled at the first question, for there are thousands of them."""

    @property
    def complete(self) -> bool:
        """Return whether the run reached its end."""
        return bool(self.events) and self.events[-1].type == "run_ended"

    @property
    def end_ms(self) -> int:
        """Time of the last event; the horizon when the run is complete."""
        return self.events[-1].t_ms if self.events else 0

    @property
    def start_ms(self) -> int:
        """Time of the first event (negative when something happens before T0)."""
        return self.events[0].t_ms if self.events else 0

    @property
    def initial(self) -> Mapping[str, Any]:
        """Fields of `initial_state`; empty when the run died before it."""
        return self.events[0].data if self.events and self.events[0].type == "initial_state" else {}

    def of(self, *types: str) -> Iterator[Event]:
        """Events of the given types, in order."""
        if not self._places:
            for place, event in enumerate(self.events):
                self._places.setdefault(event.type, []).append(place)
        found = [place for each in dict.fromkeys(types) for place in self._places.get(each, ())]
        return map(self.events.__getitem__, sorted(found))


class JournalWriter:
    """Numbers events, keeps them, and writes each as a line to `stream` at once when there is one."""

    def __init__(self, header: Mapping[str, Any], stream: TextIO | None = None) -> None:
        self.header = {"format": FORMAT, "product": "drillsim", "version": __version__, **header}
        self.events: list[Event] = []
        self._stream = stream
        if stream is not None:
            self._write(dumps(self.header))

    def emit(self, t_ms: int, type_: str, data: dict[str, Any]) -> int:
        """Adds one event and gives its `seq`."""
        seq = len(self.events)
        event = Event(seq, t_ms, type_, data)
        self.events.append(event)
        if self._stream is not None:
            self._write(line_of(event))
        return seq

    def journal(self) -> Journal:
        """Everything so far."""
        return Journal(self.header, tuple(self.events))

    def _write(self, line: str) -> None:
        assert self._stream is not None
        self._stream.write(line + "\n")
        self._stream.flush()


def dumps(value: object) -> str:
    """One line of JSON: UTF-8 as it is, no spaces, keys as given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def line_of(event: Event) -> str:
    """The journal line of an event."""
    return dumps({"seq": event.seq, "t_ms": event.t_ms, "type": event.type, **event.data})


def lines_of(journal: Journal) -> Iterator[str]:
    """Every line of the journal file, header first, without line ends."""
    yield dumps(journal.header)
    for event in journal.events:
        yield line_of(event)


def rounded(value: float, digits: int = 3) -> float:
    """A number as the journal holds it."""
    return round(value, digits) + 0.0


def all_rounded(values: Iterable[float], digits: int = 3) -> list[float]:
    """As `rounded`, of many."""
    return [round(value, digits) + 0.0 for value in values]


def read_journal(path: Path) -> Journal:
    """The journal in the file `path`; one whose run died (a cut last line) is read up to there.

    Raises: JournalUnreadable when it is no journal, of a newer format, or a line in the middle is damaged.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise JournalUnreadable(
            Problem(file=path.as_posix(), code="journal-unreadable", facts=facts(why=type(error).__name__))
        ) from None
    return parse_journal(lines, path.as_posix())


def parse_journal(lines: Iterable[str], file: str) -> Journal:
    """The journal in `lines`. Raises: JournalUnreadable."""
    rows = list(lines)
    if not rows:
        raise JournalUnreadable(Problem(file=file, code="journal-empty"))
    header = _load(rows[0], file, 1)
    if not isinstance(header, dict) or header.get("product") != "drillsim":
        raise JournalUnreadable(Problem(file=file, line=1, code="journal-not-a-journal"))
    if header.get("format") != FORMAT:
        raise JournalUnreadable(
            Problem(file=file, line=1, code="journal-newer", facts=facts(version=header.get("version", "?")))
        )
    events = []
    for number, row in enumerate(rows[1:], start=2):
        found = _load(row, file, number, last=number == len(rows))
        if found is not None:
            events.append(_event(found, file, number, str(header.get("version", "?"))))
    return Journal(header, tuple(events))


def _load(row: str, file: str, number: int, *, last: bool = False) -> Any:
    try:
        return json.loads(row)
    except (ValueError, RecursionError):  # thousands of brackets are no event either
        if last:
            return None  # the run died while writing its last line; what came before is whole
        raise JournalUnreadable(Problem(file=file, line=number, code="journal-line-damaged")) from None


_ALWAYS = {"seq": int, "t_ms": int, "type": str}


def _event(found: Any, file: str, number: int, version: str) -> Event:
    if not isinstance(found, dict) or not all(isinstance(found.get(name), kind) for name, kind in _ALWAYS.items()):
        raise JournalUnreadable(Problem(file=file, line=number, code="journal-line-damaged"))
    kind = found["type"]
    if kind not in TYPES:
        raise JournalUnreadable(
            Problem(file=file, line=number, code="journal-unknown-event", facts=facts(type=kind, version=version))
        )
    data = {key: value for key, value in found.items() if key not in ("seq", "t_ms", "type")}
    if not set(TYPES[kind].fields) <= data.keys():
        raise JournalUnreadable(Problem(file=file, line=number, code="journal-line-damaged"))
    return Event(found["seq"], found["t_ms"], kind, data)
