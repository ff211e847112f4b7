"""Two defects in one plan: which fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from helpers.blind.change import Edit
from planted.defect import Defect


@dataclass(frozen=True)
class Pair:
    """Two defects of one customer, played in one situation."""

    one: Defect
    other: Defect

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of both, what both twins have once."""
        base: list[Edit] = []
        for edit in (*self.one.base, *self.other.base):
            base += [edit] if edit not in base else []
        return (*base, *self.one.edits, *self.other.edits)


def pairs_of(defects: Sequence[Defect], count: int, seed: int) -> list[Pair]:
    """Up to `count` pairs of defects of different codes that fit together, drawn by `seed`."""
    luck = Random(f"pairs-{seed}")
    found: list[Pair] = []
    for _ in range(count * 200):
        if len(found) == count or len(defects) < 2:
            break
        pair = Pair(*luck.sample(defects, 2))
        if _fit(pair) and pair not in found:
            found.append(pair)
    return found


def _fit(pair: Pair) -> bool:
    """Whether one run can show both: one customer, one situation, no place of the files that both touch, and not about
    the same thing."""
    one, other = pair.one, pair.other
    alike = one.customer == other.customer and one.situation == other.situation and not (one.sound or other.sound)
    if not alike or one.code == other.code or set(one.at) & set(other.at):
        return False
    mine = [*one.edits, *(edit for edit in one.base if edit not in other.base)]
    theirs = [*other.edits, *(edit for edit in other.base if edit not in one.base)]
    return not any(_clash(a, b) for a in mine for b in theirs)


def _clash(one: Edit, other: Edit) -> bool:
    """Whether they touch one value, or one takes from the list the other counts in."""
    if one.file != other.file:
        return False
    short, long = sorted((one.path, other.path), key=len)
    within = long[: len(short)] == short
    lists = short[:-1] == long[: len(short) - 1] and isinstance(short[-1], int) and one.value is None
    return within or lists
