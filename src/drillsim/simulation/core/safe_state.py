"""The safety measures of people: buses proved dead, earths put on, breakers locked, tagged and racked out, and the
places where hands are on bare conductors. A part of the world, which alone holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.simulation.core.looks import Moved

if TYPE_CHECKING:
    from drillsim.simulation.core.world import World


class SafeState:
    """Safety measures of one run, as they stand now."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.proved: set[str] = set()
        """Buses proved dead since they went dead."""
        self.earths_on: dict[str, str] = {}
        """Earths that are on, with the bus each one earths."""
        self.locked: set[str] = set()
        """Switches padlocked open."""
        self.tagged: set[str] = set()
        """Switches with a notice not to close them."""
        self.positions: dict[str, str] = {
            name: device.position for name, device in world.site.devices.items() if device.position != "working"
        }
        """Truck positions of switches that are not in their working position."""
        self.phase_checked: set[str] = set()
        """Switches and connection points whose phase sequence somebody has checked."""
        self.shorted: set[str] = set()
        """Buses short-circuited by an earth while live."""
        self.at_work: dict[str, tuple[str, ...]] = {}
        """Steps with hands on bare conductors now, and the buses and branches they touch."""

    def holds_open(self, switch: str) -> bool:
        """Return whether a padlock or the truck position keeps the switch from closing."""
        return switch in self.locked or switch in self.positions

    def prove(self, bus: str) -> None:
        """The bus is proved dead; true until it is live again."""
        self.proved.add(bus)
        self._world.moved(Moved.SAFETY)
        self._world.emit("proved_dead", bus=bus)
        self._world.note(("proved_dead", bus), "proved_dead")

    def forget_proofs(self) -> None:
        """A bus that is live again is proved dead no longer."""
        if not self.proved:
            return
        for bus in self._world.net.bus_ids:
            if bus in self.proved and self._world.is_live(bus):
                self.proved.discard(bus)
                self._world.note(("proved_dead", bus), "live")

    def set_earth(self, name: str, *, on: bool) -> None:
        """Puts an earth on, or takes it off."""
        bus = self._world.site.earths[name].at
        if on == (name in self.earths_on):
            return
        if on:
            self.earths_on[name] = bus
        else:
            del self.earths_on[name]
        self._world.moved(Moved.SAFETY)
        self._world.emit("earth_set", earth=name, bus=bus, on=on)
        self._world.note(("earthed", bus), "earthed" if bus in self.earths_on.values() else "not_earthed")
        self._world.touch()

    def check_phases(self, target: str) -> None:
        """Somebody has checked the phase sequence there."""
        self.phase_checked.add(target)
        self._world.emit("phases_checked", target=target)
        self._world.moved(Moved.SAFETY)

    def lay_hands(self, step: str, parts: tuple[str, ...]) -> None:
        """A step has hands on these conductors from now on."""
        self.at_work[step] = parts
        self._world.moved(Moved.SAFETY)

    def take_hands_off(self, step: str) -> None:
        """It has no longer."""
        if self.at_work.pop(step, None) is not None:
            self._world.moved(Moved.SAFETY)

    def rack(self, switch: str, to: str) -> None:
        """Moves a breaker truck."""
        if to == "working":
            self.positions.pop(switch, None)
        else:
            self.positions[switch] = to
        self._world.emit("device_secured", device=switch, state=to)
