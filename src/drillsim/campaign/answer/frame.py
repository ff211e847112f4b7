"""One batch of rows as arrays: which case each row belongs to, and the subjects' figures as matrices.

Rows of a case stand together, draw after draw; that is how they are written. A case without a frequency has weight 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drillsim.campaign.answer.weights import Members, Weights, weights_of
from drillsim.campaign.outcome import VERDICTS
from drillsim.campaign.runner import Runner

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

MISSED = VERDICTS.index("missed")
FIRST_UNKNOWN = VERDICTS.index("not_tested")
ROWS_AT_ONCE = 8_192
"""A batch is worked through in parts of about so many rows: what is worked out on the way is many times larger."""
WHOLE = 10**15
"""Parts of a case's probability where branches have shares of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """A plan's failures by id, and what its cases weigh."""

    runner: Runner
    places: Mapping[str, int]
    weights: Weights

    def place(self, members: Sequence[str]) -> Members:
        """Ids as ascending positions."""
        return tuple(sorted(self.places[each] for each in members))


def book_of(runner: Runner) -> Book:
    """The book of a runner."""
    return Book(runner, {each.id: place for place, each in enumerate(runner.failures)}, weights_of(runner))


@dataclass(frozen=True, slots=True)
class CaseKey:
    """One case: a set of failures, or a scenario, at one hour."""

    name: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    members: Members
    hour: str
    scenario: str
    weight: int
    """Parts of a year, to be divided by the number of hours; 0 where it has no frequency."""
    rated: bool = True
    """True where what it misses is in the sums of a year (`Weights.knows`); a scenario never is."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Rows of one plan. Matrices have a line a row and a column a subject."""

    book: Book
    table: pa.Table
    cases: tuple[CaseKey, ...]
    starts: Ints
    """First row of each case."""
    case_of: Ints
    """Position in `cases` of each row."""
    draw: Ints
    parts: Ints
    """Count of each row in its case: 1 a draw, or parts of `WHOLE`."""
    enumerated: bool
    known: Bools
    """True where anything is known of the row: it was played, and not left open."""
    verdicts: NDArray[np.int8]
    fixed: Bools
    """By case: every draw is the same run, for it consults no luck."""

    @property
    def rows(self) -> int:
        return len(self.draw)

    def matrix(self, name: str) -> Ints:
        """A list column."""
        return _matrix(self.table, name, len(self.book.runner.subjects))

    def by_case(self, values: Ints) -> Ints:
        """Sums over the rows of each case."""
        import numpy as np

        return np.add.reduceat(values, self.starts, axis=0) if len(self.starts) else values[:0]

    def weighed(self) -> Ints:
        """Positions of the cases that have a weight."""
        import numpy as np

        return np.array([at for at, case in enumerate(self.cases) if case.weight], dtype=np.int64)

    def weights_at(self, places: Ints) -> NDArray[np.object_]:
        """Their weights, as whole numbers of any size."""
        import numpy as np

        return np.array([self.cases[at].weight for at in places], dtype=object)


def frames(table: pa.Table, books: Mapping[str, Book], *, enumerated: bool = False) -> Iterator[tuple[str, Frame]]:
    """The rows of each plan in the batch, by variant; scenarios that do not apply are left out."""
    import pyarrow.compute as pc

    asked = table.filter(pc.not_equal(table["status"], "not_applicable"))
    for variant in pc.unique(asked["variant"]).to_pylist():
        rows = asked.filter(pc.equal(asked["variant"], variant)).combine_chunks()
        starts = _starts(_numbers(rows, "unit"), _numbers(rows, "draw"))
        for begin, end in _cuts(starts, rows.num_rows):
            yield variant, _frame(books[variant], rows.slice(begin, end - begin), enumerated)


def _cuts(starts: Ints, rows: int) -> Iterator[tuple[int, int]]:
    """Spans of whole cases with about `ROWS_AT_ONCE` rows."""
    begin = 0
    for start in (*starts[1:].tolist(), rows):
        if start - begin >= ROWS_AT_ONCE or start == rows:
            yield begin, start
            begin = start


def _frame(book: Book, table: pa.Table, enumerated: bool) -> Frame:
    import numpy as np

    draw = _numbers(table, "draw")
    starts = _starts(_numbers(table, "unit"), draw)
    counts = np.diff(np.append(starts, len(draw)))
    known = _known(table, enumerated)
    verdicts = _matrix(table, "verdicts", len(book.runner.subjects)).astype(np.int8)
    verdicts[~known] = VERDICTS.index("cannot_say")
    return Frame(
        book=book,
        table=table,
        cases=tuple(_cases(book, table, starts)),
        starts=starts,
        case_of=np.repeat(np.arange(len(starts)), counts),
        draw=draw,
        parts=_parts(table, enumerated),
        enumerated=enumerated,
        known=known,
        verdicts=verdicts,
        fixed=_fixed(table, starts, counts),
    )


def _starts(unit: Ints, draw: Ints) -> Ints:
    """A case begins where the unit changes or the draws begin anew."""
    import numpy as np

    begins = np.ones(len(unit), dtype=bool)
    begins[1:] = (unit[1:] != unit[:-1]) | (draw[1:] <= draw[:-1])
    return np.flatnonzero(begins).astype(np.int64)


def _cases(book: Book, table: pa.Table, starts: Ints) -> Iterator[CaseKey]:
    first = table.select(["members", "hour", "scenario"]).take(starts).to_pydict()
    for ids, hour, scenario in zip(first["members"], first["hour"], first["scenario"], strict=True):
        members = book.place(ids)
        name = f"{scenario or '+'.join(ids) or 'nothing'}@{hour}"
        weight = 0 if scenario else book.weights.of(members)
        rated = not scenario and book.weights.knows(book.runner.failures, members)
        yield CaseKey(name, members, hour, scenario, weight, rated)


def _known(table: pa.Table, enumerated: bool) -> Bools:
    """A run that failed, or a branch left open or with a drawn duration in it, tells nothing."""
    import pyarrow.compute as pc

    good = pc.invert(pc.is_in(table["status"], value_set=_strings("failed", "left_open")))
    if enumerated:
        good = pc.and_(good, pc.equal(table["why"], ""))
    known: Bools = good.to_numpy()
    return known


def _strings(*words: str) -> pa.Array:
    import pyarrow as pa

    return pa.array(words, pa.string())


def _parts(table: pa.Table, enumerated: bool) -> Ints:
    import numpy as np

    if not enumerated:
        return np.ones(table.num_rows, dtype=np.int64)
    shares: Ints = np.rint(table["share"].to_numpy() * WHOLE).astype(np.int64)
    return shares


def _fixed(table: pa.Table, starts: Ints, counts: Ints) -> Bools:
    """Return True for each case of several draws of which only the first was played, or left out: the others are known
    to be the same."""
    import numpy as np
    import pyarrow.compute as pc

    played = pc.or_(table["played"], table["left_out"]).to_numpy().astype(np.int64)
    only_first: Bools = (counts > 1) & (played[starts] == 1) & (np.add.reduceat(played, starts) == 1)
    return only_first


def _numbers(table: pa.Table, name: str) -> Ints:
    import numpy as np

    return table[name].to_numpy().astype(np.int64)  # type: ignore[no-any-return]


def _matrix(table: pa.Table, name: str, width: int) -> Ints:
    import numpy as np

    column = table[name].combine_chunks()
    values = column.flatten() if table.num_rows else column.values
    return values.to_numpy().astype(np.int64).reshape(table.num_rows, width)  # type: ignore[no-any-return]
