"""Writing to a console that may know neither Chinese nor UTF-8: what it cannot show becomes ASCII, never an error.

Lines for people go to standard output, problems and progress to standard error. `--json` writes UTF-8 bytes, whatever
the console.
"""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any, TextIO

from drillsim.errors import Problem
from drillsim.texts import Lang, duration_text, problem_line, text

ERRORS = "drillsim-ascii"
WIDE = 160
"""Columns where there is no terminal: files and pipes do not wrap."""

_ASCII = {
    "✔": "+", "✘": "x", "○": "o", "●": "*", "—": "-", "–": "-", "…": "...", "·": "*", "×": "x", "≥": ">=", "≤": "<=",
    "→": "->", "←": "<-", "“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "。": ".", "：": ":", "；": ";", "、": ",",
    "（": "(", "）": ")", "「": '"', "」": '"', "？": "?", "！": "!", "％": "%", "《": '"', "》": '"',
    "〔": "[", "〕": "]",    "─": "-", "━": "-", "│": "|", "┃": "|", "═": "=", "║": "|",
}  # fmt: skip


def prepare() -> None:
    """Makes standard output and standard error take every character."""
    codecs.register_error(ERRORS, _equivalent)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ERRORS)


def shows(words: str, stream: TextIO | None = None) -> bool:
    """Return whether the console can show `words` as they are."""
    encoding = (stream or sys.stdout).encoding or "ascii"
    try:
        words.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def say(*lines: str) -> None:
    """Lines on standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(*lines: str) -> None:
    """Lines on standard error."""
    sys.stdout.flush()
    for line in lines:
        sys.stderr.write(line + "\n")
    sys.stderr.flush()


def note(lang: Lang, noted: Iterable[Problem]) -> None:
    """Say what the reading of files found that is no fault, a line each on standard error."""
    complain(*(problem_line(lang, each) for each in noted))


def say_json(document: Any) -> None:
    """One JSON document in UTF-8 on standard output."""
    words = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()


def say_table(headers: Iterable[str], rows: Iterable[Iterable[str]], *, narrow: Iterable[int] = ()) -> None:
    """A table: with lines on a terminal, plain columns elsewhere. `narrow`: columns that never wrap."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    terminal = sys.stdout.isatty()
    table = Table(box=box.SIMPLE_HEAD if terminal else None, pad_edge=False, padding=(0, 2, 0, 0), highlight=False)
    kept = set(narrow)
    for position, header in enumerate(headers):
        table.add_column(header, no_wrap=position in kept, overflow="fold")  # nothing is cut
    for row in rows:
        table.add_row(*(_literal(cell) for cell in row))
    width = None if terminal else WIDE
    Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False).print(table)


@contextmanager
def progress(lang: Lang, subject: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function that says what is being done (`cli-doing-<what>`), how many are done, of how many, and how long the
    rest will take at this rate.

    It writes to standard error, and only where that is a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda what, done, of: None
        return
    from rich.console import Console

    began: dict[str, float] = {}
    with Console(stderr=True, highlight=False, markup=False).status(subject, spinner="line") as status:

        def show(what: str, done: int, of: int) -> None:
            doing = text(lang, f"cli-doing-{what}", subject=subject, done=done, of=of)
            spent_s = perf_counter() - began.setdefault(what, perf_counter())
            if 0 < done < of:
                left = duration_text(lang, round(spent_s / done * (of - done)) * 1_000)
                doing = text(lang, "cli-doing-left", doing=doing, left=left)
            status.update(doing)

        yield show


@contextmanager
def rate_progress(lang: Lang, subject: str) -> Iterator[Callable[[str, int, int], None]]:
    """As `progress`, for long work: a bar with the rate, the time spent and the time left. `what` names the part.

    If standard error is no terminal but a file, it is a line a minute.
    """
    if not sys.stderr.isatty():
        yield line_progress(lang, subject)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True, highlight=False, markup=False)) as bar:
        task = bar.add_task(subject, total=None, rate="")

        def show(what: str, done: int, of: int) -> None:
            speed = bar.tasks[0].speed
            rate = _rate(lang, speed) if speed else ""
            bar.update(task, completed=done, total=of, description=f"{subject} {what}", rate=rate)

        yield show


def line_progress(
    lang: Lang, subject: str, every_s: float = 60.0, clock_s: Callable[[], float] = perf_counter
) -> Callable[[str, int, int], None]:
    """A function that writes a line at most every `every_s` seconds: what is done, the rate and the time left."""
    part: str | None = None
    began_s, said_s, before = 0.0, clock_s(), 0

    def show(what: str, done: int, of: int) -> None:
        nonlocal part, began_s, said_s, before
        now_s = clock_s()
        if what != part:  # what was there already counts as done, not for the rate
            part, began_s, before = what, now_s, done
        elif now_s - said_s >= every_s:
            said_s = now_s
            per_s = (done - before) / max(now_s - began_s, 1e-3)
            left = duration_text(lang, round((of - done) / per_s) * 1_000)
            rate = _rate(lang, per_s)
            named = f"{subject} {what}".rstrip()
            complain(text(lang, "cli-progress", subject=named, done=str(done), of=str(of), rate=rate, left=left))

    return show


def _rate(lang: Lang, per_s: float) -> str:
    """So many a second; a minute where a second would be too short to see anything."""
    if per_s < 1:
        return text(lang, "cli-rate-a-minute", n=f"{60 * per_s:.1f}")
    return text(lang, "cli-rate", n=f"{per_s:.1f}")


def _literal(words: str) -> Any:
    from rich.text import Text

    return Text(words)


def _equivalent(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_ascii, error.object[error.start : error.end])), error.end


def _ascii(character: str) -> str:
    if character in _ASCII:
        return _ASCII[character]
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return plain or "?"
