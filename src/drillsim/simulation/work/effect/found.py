"""Targets a step finds when it begins (`find`): which switches isolate a fault, which bring supply back.

All of it is worked out on what the performer believes (see `believed`), so a wrong belief finds wrong switches, as it
would in life. Nothing here operates anything: what is found is opened and closed as any target, with permits,
interlocks and hazards, and is looked at once more when its turn comes.

- `around_fault`: every closed switch next to a part with a known fault that a hand can open, failed fuses included.
- `opened_by_fault`: what protection opened, or somebody opened around a fault, where closing leads supply into a dead
  part that no known fault reaches.
- `ties`: what was open in the mode, where closing does the same for a part with loads.

Closing never joins two live parts, and never what an interlock holds open. Each closing is judged with those before it
done, so a way back through several switches is found as a whole, nearest to the supply first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drillsim.network import conducting, enclosure, net_of, reached
from drillsim.schema import PLAIN_DEVICE, Compiled, Find, follows_from
from drillsim.simulation.core.world import World
from drillsim.simulation.work.believed import Believed

Node = int


@follows_from("network", "site")
def _operable(dossier: Compiled, among: tuple[str, ...], side: str) -> frozenset[int]:
    """Switches the performer's side may move, of those the step is about."""

    def may(name: str) -> bool:
        device = dossier.site.devices.get(name, PLAIN_DEVICE)
        meant = name in among if among else device.side == side
        return meant and (device.by_hand or device.remote)

    return frozenset(place for place, name in enumerate(net_of(dossier).switch_ids) if may(name))


class Found:
    """Answers `find` for one performer at one moment."""

    def __init__(self, world: World, seen: Believed, find: Find, side: str) -> None:
        self._world, self._seen, self._find = world, seen, find
        self._net = seen.net
        self._operable = _operable(world.case.dossier, find.among, side)

    def targets(self) -> tuple[str, ...]:
        """Ids of the switches, in the order they are operated; empty when there are none."""
        if self._find.what == "around_fault":
            return self._around()
        return tuple(self._closings(self._candidates()))

    def still(self, switch: str) -> bool:
        """Return whether a switch found before is still one of them: one to be opened always."""
        if self._find.what == "around_fault":
            return True
        position = self._net.switch_index[switch]
        candidates = self._candidates()
        return position in candidates and bool(self._judge(self._seen.closed, candidates)(position))

    # -- opening ---------------------------------------------------------------------------------------------------
    def _around(self) -> tuple[str, ...]:
        edge = enclosure(self._net, self._seen.faulted, self._operable).boundaries
        found = dict.fromkeys(boundary.switch for boundary in edge if self._seen.closed[boundary.switch])
        return tuple(self._net.switch_ids[switch] for switch in found)

    # -- closing ---------------------------------------------------------------------------------------------------
    def _candidates(self) -> tuple[int, ...]:
        is_one = self._was_opened if self._find.what == "opened_by_fault" else self._is_tie
        found = (i for i in sorted(self._operable) if not self._seen.closed[i])
        return tuple(i for i in found if is_one(self._net.switch_ids[i]))

    def _was_opened(self, name: str) -> bool:
        return "yes" in (self._seen.knows(("tripped", name)), self._seen.knows(("isolated", name)))

    def _is_tie(self, name: str) -> bool:
        return self._seen.at_start(name) == "open" and not self._was_opened(name)

    def _closings(self, candidates: tuple[int, ...]) -> Iterator[str]:
        """Yield the candidates that bring supply back, each judged with the ones before it closed."""
        closed = bytearray(self._seen.closed)
        while True:
            way = next(filter(None, map(self._judge(closed, candidates), candidates)), ())
            if not way:
                return
            for switch in way:
                closed[switch] = 1
                yield self._net.switch_ids[switch]

    def _judge(self, closed: bytearray, candidates: tuple[int, ...]) -> Callable[[int], tuple[int, ...]]:
        """For a candidate: what of its link has to be closed for supply to come through; empty where none would."""
        seen, net = self._seen, self._net
        live, bad = seen.live(closed), seen.with_fault(closed)

        def judge(switch: int) -> tuple[int, ...]:
            ends = net.switch_nodes(switch)
            still_open = tuple(each for each in net.link_switches[net.switch_link[switch]] if not closed[each])
            fed = [bool(live[node]) for node in ends]
            if closed[switch] or fed[0] == fed[1] or any(bad[node] or self._is_out(node) for node in ends):
                return ()
            held = any(each not in candidates or self._is_held(each, closed) for each in still_open)
            return () if held or not self._gains(ends[fed.index(False)], closed) else still_open

        return judge

    def _is_out(self, node: Node) -> bool:
        return node in self._seen.out or node in self._net.out

    def _is_held(self, switch: int, closed: bytearray) -> bool:
        """Return whether an interlock of any kind, or a lock, forbids closing it."""
        name, index = self._net.switch_ids[switch], self._net.switch_index
        locks = (lock for lock in self._world.site.interlocks if name in lock.of)
        full = any(sum(closed[index[n]] for n in lock.of if n != name) >= lock.closed_at_most for lock in locks)
        return full or self._world.safety.holds_open(name)

    def _gains(self, dead: Node, closed: bytearray) -> bool:
        """Return whether closing onto the dead part is worth it: for a switch that was opened, always; for a tie, only
        if a load hangs there."""
        if self._find.what != "ties":
            return True
        part = reached(self._net, conducting(self._net, closed, sorted(self._seen.out)), [dead])
        return any(part[bus] for cords in self._world.cords for bus, _ in cords)
