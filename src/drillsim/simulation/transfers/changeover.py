"""The common part of an ATS and an STS: two switches onto one board, never both closed."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.plant import side_by_hand
from drillsim.schema import Ats, Sts
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.usable import HEALTHY_PU, worst_phase
from drillsim.simulation.core.world import World


class Changeover:
    """Moves a board from one of its supplies to the other; opens first, then closes."""

    def __init__(self, world: World, name: str, spec: Ats | Sts) -> None:
        self._world, self.name = world, name
        self._switches = {"normal": spec.normal, "standby": spec.standby}
        self._takes, self._odds = spec.takes, spec.fails_to_operate
        self._acts_below_pu = spec.acts_below_pu or HEALTHY_PU
        self.enabled = spec.enabled
        self.held = 0
        """Faults that keep it from operating."""
        self.refusing = ""
        """Reason it failed this demand; no second try until somebody sees to it or it has another reason to act."""
        self._reason = ""
        """Reason it has, or had last, to act for."""
        self.moving = False
        net = world.net
        ends = {side: set(net.switch_nodes(net.switch_index[s])) for side, s in self._switches.items()}
        self.board = min(ends["normal"] & ends["standby"])
        self._nodes = {side: min(nodes - {self.board}) for side, nodes in ends.items()}
        self._timers: dict[str, Timer] = {}

    @property
    def switches(self) -> tuple[str, str]:
        """Its two switches, the normal side first."""
        return self._switches["normal"], self._switches["standby"]

    @property
    def nodes(self) -> tuple[int, ...]:
        """The nodes it looks for voltage at."""
        return tuple(self._nodes.values())

    def look(self) -> None:
        """Starts and stops its timers by what is healthy; says on which side it stands."""
        if self.refusing == "control_supply" and self._world.controlled(self.name):
            self.refusing = ""
        self._world.note(("transfer", self.name), self.side or "open")
        self._world.note(("in_automatic", self.name), "enabled" if self.enabled else "disabled")
        if not self.enabled or self.moving:
            self._drop(*tuple(self._timers))
        elif self.side == "standby":
            self._look_from_standby()
        elif self.side == "normal":
            self._look_from_normal()

    def _look_from_normal(self) -> None:
        raise NotImplementedError

    def _look_from_standby(self) -> None:
        raise NotImplementedError

    def _arrived(self, to: str) -> None:
        """The board is on that side now."""

    @property
    def side(self) -> str:
        """`normal`, `standby`, or '' while both switches are open."""
        if self._world.is_closed(self._switches["standby"]):
            return "standby"
        return "normal" if self._world.is_closed(self._switches["normal"]) else ""

    def _live(self, side: str) -> bool:
        return bool(self._world.live[self._nodes[side]])

    def _healthy(self, side: str) -> bool:
        """Live, with the voltage it is set to on every phase."""
        return worst_phase(self._world, self._nodes[side]) >= self._acts_below_pu

    def _may_act(self, reason: str) -> bool:
        """Return whether it may act for this reason: a refusal stands until the reason is another."""
        if reason != self._reason:
            self._reason, self.refusing = reason, ""
        return not self.refusing

    # -- moving ----------------------------------------------------------------------------------------------------
    def _go(self, to: str) -> None:
        self._world.moved(Moved.TRANSFERS)
        self._drop("move", "back", "leave")
        self.refusing = self._refusal()
        if self.refusing:
            self._world.emit("transfer_failed", transfer=self.name, reason=self.refusing, device=self.name)
        else:
            self._swap(to, cause="transfer", cause_id=self.name)

    def _refusal(self) -> str:
        w, name = self._world, f"{self.name}/transfer"
        if not w.controlled(self.name):
            return "control_supply"
        held = w.has_fault("fails_to_operate", self.name, bool(self.held))
        return "refused" if held or w.luck.happens(self._odds, name, w.demand(name)) else ""

    def _swap(self, to: str, *, cause: str, cause_id: str) -> bool:
        w = self._world
        opens = self._switches["standby" if to == "normal" else "normal"]
        if not w.move_switch(opens, closed=False, cause=cause, cause_id=cause_id):
            w.emit("transfer_failed", transfer=self.name, reason="stuck", device=opens)
            self.refusing = "stuck"
            w.moved(Moved.TRANSFERS)
            return False
        self.moving = True
        w.moved(Moved.TRANSFERS)
        self._arrive_later(to, cause, cause_id)
        return True

    def _arrive_later(self, to: str, cause: str, cause_id: str) -> None:
        arrive = lambda: self._arrive(to, cause, cause_id)  # noqa: E731
        self._world.kernel.after_settled(self._takes, Priority.TRANSFER, arrive)

    def _arrive(self, to: str, cause: str, cause_id: str) -> None:
        """Closes that side. By itself it does not go to a supply that has died on the way, nor stay between the two
        while the other lives: it runs back."""
        w, closes, other = self._world, self._switches[to], "standby" if to == "normal" else "normal"
        if cause == "transfer" and not self._healthy(to) and self._healthy(other):
            self._arrive_later(other, cause, cause_id)
            return
        self.moving = False
        w.moved(Moved.TRANSFERS)
        barred = w.interlock(closes) is not None
        if not barred and w.move_switch(closes, closed=True, cause=cause, cause_id=cause_id):
            w.emit("transfer_done", transfer=self.name, to=to)
            self._arrived(to)
        else:
            self.refusing = "interlock" if barred else "stuck"
            w.emit("transfer_failed", transfer=self.name, reason=self.refusing, device=closes)
        w.touch()

    def by_hand(self, step: str, to: str | None) -> bool:
        """Somebody moves it to the side `to`, else to the one that is live; its own refusal does not matter then.
        False when none is."""
        side = side_by_hand(to, self._live)
        if side is None:
            return False
        self.refusing = ""
        self._world.moved(Moved.TRANSFERS)
        return self._world.is_closed(self._switches[side]) or self._swap(side, cause="step", cause_id=step)

    def maloperate(self) -> None:
        """It moves without any cause, to whatever is there."""
        if self.side and not self.moving:
            self._world.emit("transfer_maloperates", transfer=self.name)
            self._world.moved(Moved.TRANSFERS)
            self._drop(*tuple(self._timers))
            self._swap("normal" if self.side == "standby" else "standby", cause="maloperates", cause_id=self.name)

    def set_enabled(self, enabled: bool) -> None:
        """In or out of automatic."""
        self.enabled = enabled
        self.refusing = "" if enabled else self.refusing
        self._world.moved(Moved.TRANSFERS)
        self._world.emit("transfer_set", transfer=self.name, enabled=enabled, charged=enabled)
        self._world.touch()

    # -- timers ----------------------------------------------------------------------------------------------------
    def _start(self, key: str, delay: int, action: Callable[[], None]) -> None:
        if key not in self._timers:
            self._timers[key] = self._world.kernel.after_settled(delay, Priority.TRANSFER, action)

    def _drop(self, *keys: str) -> None:
        for key in keys:
            timer = self._timers.pop(key, None)
            if timer is not None:
                timer.cancel()
