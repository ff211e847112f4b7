"""The ledger of a campaign: what each cause costs a year, out of the ledgers of its runs; sums are exact."""

from __future__ import annotations

from fractions import Fraction

from drillsim.campaign.answer.frame import Frame
from drillsim.campaign.answer.scale import MS_A_MIN, W_MS_A_KWH, Scale, apportioned
from drillsim.campaign.result import LedgerRow

DIGITS = 6
"""Decimals to which the rows add up to their total."""


class Costs:
    """Fed batch by batch; where no case has a frequency, all runs count alike."""

    def __init__(self) -> None:
        self._late: dict[str, int] = {}
        self._unserved: dict[str, int] = {}

    def add(self, frame: Frame, *, weighed: bool) -> None:
        """One batch."""
        for cause, late, unserved in _weighed(frame, weighed):
            self._late[cause] = self._late.get(cause, 0) + late
            self._unserved[cause] = self._unserved.get(cause, 0) + unserved

    def rows(self, scale: Scale) -> tuple[LedgerRow, ...]:
        """Greatest first. Rounded so that they add up to the rounded total, to `DIGITS` decimals."""
        causes = sorted(self._late, key=lambda each: (-self._unserved[each], -self._late[each], each))
        late = apportioned([_over(scale, self._late[each]) / MS_A_MIN for each in causes], DIGITS)
        unserved = apportioned([_over(scale, self._unserved[each]) / W_MS_A_KWH for each in causes], DIGITS)
        rows = (LedgerRow(*each) for each in zip(causes, late, unserved, strict=True))
        return tuple(row for row in rows if row.late_min or row.unserved_kwh)


def _over(scale: Scale, total: int) -> Fraction:
    """A year; or of all runs."""
    return scale.mean(total) if scale.weighed else Fraction(total)


def _weighed(frame: Frame, weighed: bool) -> list[tuple[str, int, int]]:
    """By cause: weight × milliseconds late and × watt-milliseconds not served."""
    import numpy as np

    column = frame.table["ledger"].combine_chunks()
    entries = column.flatten()
    if not len(entries):
        return []
    rows = np.repeat(np.arange(frame.rows), column.value_lengths().to_numpy())
    of_case = np.array([case.weight if weighed else 1 for case in frame.cases], dtype=object)
    weights = of_case[frame.case_of[rows]] * frame.parts[rows].astype(object)
    cause = entries.field("cause").dictionary_encode()
    codes = cause.indices.to_numpy()
    late, unserved = (weights * entries.field(each).to_numpy() for each in ("late_ms", "unserved_w_ms"))
    found = []
    for code, name in enumerate(cause.dictionary.to_pylist()):
        mine = np.flatnonzero(codes == code)
        found.append((name, int(late[mine].sum()), int(unserved[mine].sum())))
    return found
