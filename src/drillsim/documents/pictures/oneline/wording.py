"""The words on a one-line diagram, worded before anything is placed: places depend on how wide they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drillsim.documents.pictures.measure import em_width, shortened, wrapped
from drillsim.documents.pictures.oneline.diagram import Hanging, Part

SIZE = 7.6
SMALL = 6.6
LINE = 8.6
"""Height of a line of words, points."""
NAME_EM = 9.0
PART_EM = 8.5
"""Labels beside a symbol that are wider take a second line."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words on the diagram."""

    loads: Mapping[str, str]
    """Load → name and demand."""
    sources: Mapping[str, tuple[str, ...]]
    """Source → lines above its symbol: name, state."""
    transfers: Mapping[str, str]
    """`ATS`, `STS`, `BZT` in words."""
    sections: Mapping[int, str]
    """Number of sections of line a shortened stretch stands for, in words."""
    called: Mapping[str, str] = field(default_factory=dict)
    """Names of buses, transformers and UPSs; a switch goes by its number."""
    marked: frozenset[str] = frozenset()
    """Lines that are drawn with a symbol of their own, because they are faulted."""
    size: float = SIZE
    """Height of the words, points."""
    small: float = SMALL
    """Height of the words above a board in a list, points."""
    tag: str = ""
    """Words whose room is kept on a line of their own beside every switch: they are exchanged when it is painted."""
    bar_tag: str = ""
    """The same above every bar."""

    @property
    def line(self) -> float:
        """Height of a line of words, points."""
        return LINE * self.size / SIZE

    def wide(self, lines: tuple[str, ...]) -> float:
        """Width of the widest line, points."""
        return widest(lines, self.size)

    def bar(self, ident: str) -> tuple[str, ...]:
        """Lines above a bar or beside a three-winding transformer."""
        return (*wrapped(self.called.get(ident, ident), NAME_EM, 2), *((self.bar_tag,) if self.bar_tag else ()))

    def beside(self, part: Part) -> tuple[str, ...]:
        """Lines beside a symbol: its id, and the automatic transfer it belongs to."""
        if part.kind == "many":
            return (self.sections.get(int(part.id), part.id),)
        note = self.transfers.get(part.note, part.note)
        tag = self.tag if part.is_switch else ""
        return (*wrapped(self.called.get(part.id, part.id), PART_EM, 2), *(each for each in (note, tag) if each))

    def hanging(self, each: Hanging) -> str:
        """Return the words beside a load, with the share of its cord."""
        words = shortened(self.loads.get(each.id, each.id), 24.0)
        return words if each.share_percent is None else f"{words} ({each.share_percent:g} %)"


def widest(lines: tuple[str, ...], size: float = SIZE) -> float:
    """Width of the widest line, points."""
    return max((em_width(line) for line in lines), default=0.0) * size
