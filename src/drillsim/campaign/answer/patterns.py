"""The limits rows miss together: one whole number a row, with a bit for each subject; only rows that miss any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drillsim.campaign.answer.frame import MISSED, Frame
from drillsim.campaign.runner import Subject


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rows of one case that miss the same limits."""

    case: int
    """Position in the frame's cases."""
    mask: int
    """Bit n: the limit of subject n is missed."""
    parts: int


def patterns(frame: Frame) -> list[Pattern]:
    """By case, then by mask."""
    import numpy as np

    missed = frame.verdicts == MISSED
    failing = np.flatnonzero(missed.any(axis=1))
    if not len(failing):
        return []
    lines = np.column_stack((frame.case_of[failing], np.packbits(missed[failing], axis=1, bitorder="little")))
    unlike, which = np.unique(lines, axis=0, return_inverse=True)
    parts = np.zeros(len(unlike), dtype=np.int64)
    np.add.at(parts, which.reshape(-1), frame.parts[failing])
    masks = (int.from_bytes(line.tobytes(), "little") for line in unlike[:, 1:].astype(np.uint8))
    return [Pattern(int(case), mask, int(count)) for case, mask, count in zip(unlike[:, 0], masks, parts, strict=True)]


def protected_mask(subjects: Iterable[Subject]) -> int:
    """The bits of protected subjects."""
    return sum(1 << at for at, each in enumerate(subjects) if each.protected)
