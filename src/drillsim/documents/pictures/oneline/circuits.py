"""The list of outgoing circuits under a bar: loads, and boards with nothing but loads behind one switch.

═══════╤═══════
├──▷ ward lights 30 kW
│ 424 basement-0.4kV
├─╱─┬──▷ fuel pump 3 kW
│   └──▷ sump pump 11 kW
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.pictures.oneline.diagram import Connection, Diagram, Hanging
from drillsim.documents.pictures.oneline.scene import Label, Scene, Symbol, around
from drillsim.documents.pictures.oneline.shapes import half, put
from drillsim.documents.pictures.oneline.wording import SIZE, SMALL, Wording

ROW = 12.5
TITLE = 10.5
"""Room for the line of words above a board's circuit."""
HIGHEST = 13 * ROW
"""A list higher than this takes a second column."""
MOST_LOADS = 12
"""A board with more circuits is drawn as a bar of its own."""
_FIRST = 10.0
_TITLE_EM = 24.0


@dataclass(frozen=True, slots=True)
class Board:
    """A board that is drawn in its feeder's list: the connection to it, from the feeding bus, by number."""

    bus: str
    number: int
    wire: Connection
    hanging: tuple[Hanging, ...]
    forward: bool
    """True where the connection is listed from the feeding bus to the board."""


@dataclass(frozen=True, slots=True)
class Circuits:
    """Everything listed under one bus."""

    boards: tuple[Board, ...] = ()
    direct: tuple[Hanging, ...] = ()


def listed(picture: Diagram, wires: Mapping[int, Connection]) -> dict[str, Circuits]:
    """Return the circuits listed under each bus; boards that are listed are no bars. `wires` are all connections by
    number."""
    at: dict[str, list[int]] = {}
    for number, wire in wires.items():
        for end in (wire.a, wire.b):
            at.setdefault(end, []).append(number)
    boards: dict[str, list[Board]] = {}
    taken: set[str] = set()
    for bus in picture.buses:
        board = _board(picture, wires, bus, at.get(bus, []))
        if board is None:
            continue
        feeder = board.wire.a
        if feeder not in taken and feeder in picture.buses and (len(at[feeder]) > 1 or feeder in picture.sources):
            taken.add(bus)
            boards.setdefault(feeder, []).append(board)
    return {
        bus: Circuits(tuple(boards.get(bus, ())), picture.hanging.get(bus, ()))
        for bus in picture.buses
        if bus not in taken and (bus in boards or bus in picture.hanging)
    }


def _board(picture: Diagram, wires: Mapping[int, Connection], bus: str, at: list[int]) -> Board | None:
    """The bus as a board of a list: one connection through switches alone, and nothing but loads."""
    hanging = picture.hanging.get(bus, ())
    if len(at) != 1 or bus in picture.sources or len(hanging) > MOST_LOADS:
        return None
    wire = wires[at[0]]
    if not 1 <= len(wire.parts) <= 2 or not all(part.is_switch for part in wire.parts) or wire.a == wire.b:
        return None
    forward = wire.b == bus
    return Board(bus, at[0], wire if forward else wire.turned(), hanging, forward)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list placed: its stem hangs at (0, 0), the feeding bar."""

    scene: Scene
    stems: tuple[float, ...]
    """Offsets of the stems of all columns."""
    left: float
    right: float
    height: float


def place_circuits(bus: str, circuits: Circuits, words: Wording) -> Listed:
    """The list under `bus` as a scene of its own, in columns from the left."""
    columns: list[list[Board | Hanging]] = [[]]
    high = 0.0
    everything: tuple[Board | Hanging, ...] = (*circuits.direct, *circuits.boards)
    for each in everything:
        needs = _height(each)
        if columns[-1] and high + needs > HIGHEST:
            columns.append([])
            high = 0.0
        columns[-1].append(each)
        high += needs
    return _columns(bus, columns, words)


def _height(each: Board | Hanging) -> float:
    return TITLE + ROW * max(len(each.hanging), 1) if isinstance(each, Board) else ROW


def _columns(bus: str, columns: list[list[Board | Hanging]], words: Wording) -> Listed:
    scene, at, height = Scene(), 0.0, 0.0
    stems = []
    for column in columns:
        part, right, low = _column(bus, column, words)
        scene.add(part, at, 0.0)
        stems.append(at)
        at += right + 12.0
        height = max(height, low)
    return Listed(scene, tuple(stems), 5.0, at - 12.0 + 4.0, height)


def _column(bus: str, column: list[Board | Hanging], words: Wording) -> tuple[Scene, float, float]:
    """One column: its scene, its right end, its height."""
    scene, y, right, last = Scene(), _FIRST - ROW, 0.0, 0.0
    for each in column:
        if isinstance(each, Board):
            y += ROW + TITLE
            last = y
            wide, y = _draw_board(scene, bus, each, y, words)
        else:
            y += ROW
            last = y
            wide = _draw_hanging(scene, each, bus, bus, 0.0, y, words)
        right = max(right, wide)
    scene.wire(bus, (bus,), (0.0, 0.0), (0.0, last))
    return scene, right, y + 7.0


def _draw_hanging(
    scene: Scene, each: Hanging, bus: str, joins: str, x: float, y: float, words: Wording
) -> float:  # fmt: skip
    """One thing on a tap from `x`; gives the right end of its label."""
    wide, _ = half(each.kind)
    key = each.id if each.share_percent is None else f"{each.id}@{bus}"
    symbol = put(scene, each.kind, each.id, x + 10.0 + wide, y, key=key, upright=False, feed=(bus,))
    scene.wire(bus, (joins, symbol.key), (x, y), (symbol.box.left, y))
    label = Label(words.hanging(each), symbol.box.right + 3.0, y, SIZE, of=each.id)
    scene.labels.append(label)
    return label.box.right


def _draw_board(scene: Scene, bus: str, board: Board, y: float, words: Wording) -> tuple[float, float]:
    """One board: switches, a short bar, its loads; gives the right end and the lowest line."""
    sections = range(len(board.wire.parts) + 1)
    numbers = list(sections) if board.forward else list(sections)[::-1]
    x, joined = 0.0, bus
    for part, section in zip(board.wire.parts, numbers, strict=False):
        wide, _ = half(part.kind, upright=False)
        symbol = put(scene, part.kind, part.id, x + 7.0 + wide, y, upright=False, feed=_sides(board, numbers, section))
        scene.wire((board.number, section), (joined, symbol.key), (x, y), (symbol.box.left, y))
        x, joined = symbol.box.right, symbol.key
    bar = x + 7.0
    scene.wire((board.number, numbers[-1]), (joined, board.bus), (x, y), (bar - 1.2, y))
    low = y + ROW * max(len(board.hanging) - 1, 0)
    box = around(bar, (y + low) / 2, 1.2, (low - y) / 2 + 4.5)
    scene.symbols.append(Symbol("bar", board.bus, board.bus, bar, (y + low) / 2, box, False, (board.bus,)))
    right = bar
    for place, each in enumerate(board.hanging):
        right = max(right, _draw_hanging(scene, each, board.bus, board.bus, bar + 1.2, y + ROW * place, words))
    notes = [words.transfers.get(part.note, part.note) for part in board.wire.parts if part.note]
    title = shortened(" ".join((*(part.id for part in board.wire.parts), *notes, board.bus)), _TITLE_EM)
    scene.labels.append(
        Label(title, 5.0, y - 10.4 - (words.small - SMALL) / 2, words.small, soft=True, of=board.wire.parts[0].id)
    )
    return max(right, 5.0 + em_width(title) * words.small), low


def _sides(board: Board, numbers: list[int], section: int) -> tuple[tuple[int, int], ...]:
    place = numbers.index(section)
    return (board.number, section), (board.number, numbers[place + 1])
