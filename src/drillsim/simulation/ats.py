"""An automatic transfer switch: two switches onto one board, never both closed."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.schema.transfer import Ats
from drillsim.simulation.genset import GensetUnit
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World


class AtsUnit:
    """One ATS. It calls its gensets when the normal supply stays away, and moves when the standby supply is there."""

    def __init__(self, world: World, name: str, spec: Ats, gensets: tuple[GensetUnit, ...]) -> None:
        self._world, self.name, self.spec, self._gensets = world, name, spec, gensets
        self.enabled = spec.enabled
        self.held = 0
        """Faults that keep it from operating."""
        self.refusing = False
        """It failed this demand; no second try until somebody sees to it or the normal supply was back."""
        self.moving = False
        net = world.net
        normal, standby = (set(net.switch_nodes(net.switch_index[s])) for s in (spec.normal, spec.standby))
        board = min(normal & standby)
        self.board = board
        self._normal_node = min(normal - {board})
        self._standby_node = min(standby - {board})
        self._timers: dict[str, Timer] = {}

    # -- looking ---------------------------------------------------------------------------------------------------
    def look(self) -> None:
        """Starts and stops its timers by what is live."""
        live = self._world.live
        normal, standby = bool(live[self._normal_node]), bool(live[self._standby_node])
        if not self.enabled or self.moving:
            self._drop("lost", "move", "back")
            return
        if self._world.is_closed(self.spec.standby):
            self._look_from_standby(normal, standby)
        elif self._world.is_closed(self.spec.normal):
            self._look_from_normal(normal, standby)

    def _look_from_normal(self, normal: bool, standby: bool) -> None:
        self._drop("back")
        if normal:
            self._drop("lost", "move")
            self.refusing = False
            for genset in self._gensets:
                if self.name in genset.callers:
                    genset.withdraw(self.name)
            return
        if "lost" not in self._timers:
            self._start("lost", self.spec.delay, self._normal_stays_away)
        elif not self._timers["lost"].active and standby and not self.refusing and "move" not in self._timers:
            self._start("move", 0, self._to_standby)

    def _look_from_standby(self, normal: bool, standby: bool) -> None:
        self._drop("lost", "move")
        wait = self.spec.return_.after if standby else self.spec.delay
        if normal and self.spec.return_.mode == "auto" and not self.refusing:
            self._start("back", wait, self._to_normal)
        elif not normal:
            self._drop("back")

    def _normal_stays_away(self) -> None:
        self._world.emit("transfer_started", transfer=self.name)
        for genset in self._gensets:
            genset.call(self.name)
        self._world.touch()

    # -- moving ----------------------------------------------------------------------------------------------------
    def _to_standby(self) -> None:
        self._timers.pop("move", None)
        self._move(self.spec.normal, self.spec.standby, "standby")

    def _to_normal(self) -> None:
        self._timers.pop("back", None)
        self._move(self.spec.standby, self.spec.normal, "normal")

    def _move(self, opens: str, closes: str, to: str) -> None:
        if self._refuses():
            self.refusing = True
            self._world.emit("transfer_failed", transfer=self.name, reason="refused", device=self.name)
            return
        self._swap(opens, closes, to, cause="transfer", cause_id=self.name)

    def _refuses(self) -> bool:
        w, name = self._world, f"{self.name}/transfer"
        return bool(self.held) or w.luck.happens(self.spec.fails_to_operate, name, w.demand(name))

    def _swap(self, opens: str, closes: str, to: str, *, cause: str, cause_id: str) -> bool:
        w = self._world
        if not w.move_switch(opens, closed=False, cause=cause, cause_id=cause_id):
            w.emit("transfer_failed", transfer=self.name, reason="stuck", device=opens)
            self.refusing = True
            return False
        self.moving = True
        w.kernel.after(self.spec.takes, Priority.TRANSFER, lambda: self._arrive(closes, to, cause, cause_id))
        return True

    def _arrive(self, closes: str, to: str, cause: str, cause_id: str) -> None:
        w = self._world
        self.moving = False
        barred = w.interlock(closes) is not None
        if not barred and w.move_switch(closes, closed=True, cause=cause, cause_id=cause_id):
            w.emit("transfer_done", transfer=self.name, to=to)
            if to == "normal":
                for genset in self._gensets:
                    genset.withdraw(self.name)
        else:
            w.emit("transfer_failed", transfer=self.name, reason="interlock" if barred else "stuck", device=closes)
            self.refusing = True
        w.touch()

    def by_hand(self, step: str) -> bool:
        """Somebody moves it to the side that is live; its own refusal does not matter then. False when none is."""
        live, spec = self._world.live, self.spec
        sides = (
            (spec.normal, spec.standby, self._normal_node, "normal"),
            (spec.standby, spec.normal, self._standby_node, "standby"),
        )
        for closes, opens, node, to in sides:
            if live[node]:
                self.refusing = False
                return self._world.is_closed(closes) or self._swap(opens, closes, to, cause="step", cause_id=step)
        return False

    def set_enabled(self, enabled: bool) -> None:
        """In or out of automatic."""
        self.enabled = enabled
        self.refusing = self.refusing and not enabled
        self._world.emit("transfer_set", transfer=self.name, enabled=enabled, charged=enabled)
        self._world.touch()

    # -- timers ----------------------------------------------------------------------------------------------------
    def _start(self, key: str, delay: int, action: Callable[[], None]) -> None:
        if key not in self._timers:
            self._timers[key] = self._world.kernel.after(delay, Priority.TRANSFER, action)

    def _drop(self, *keys: str) -> None:
        for key in keys:
            timer = self._timers.pop(key, None)
            if timer is not None:
                timer.cancel()
