"""Control supply and springs: whether a device can move by itself or from afar. A part of the world, which alone
holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.schema import Compiled, follows_from, kinds
from drillsim.simulation.core.looks import Moved

if TYPE_CHECKING:
    from drillsim.simulation.core.world import World

NEEDS_CONTROL = ("protection", "overload", "transfer", "source", "group", "maloperates")
"""Causes of a movement that need the device's control supply; by hand and by its undervoltage release it moves
without."""


class ControlState:
    """The control supply and the springs devices move with."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.dead: set[str] = set()
        """DC supplies that give nothing."""
        self.last_closed: dict[str, int] = {}
        """Time each switch was closed last, ms; its spring is charged some time after."""

    def is_there(self, name: str) -> bool:
        """Return whether a device, transfer or protection group has the control supply it needs; one without needs
        none."""
        site = self._world.site
        spec = site.devices.get(name) or site.transfers.get(name) or site.protection_groups.get(name)
        supply = getattr(spec, "control_supply", None)
        if supply is None:
            return True
        if supply in site.dc_supplies:
            return not self._world.has_fault("dc_lost", supply, supply in self.dead)
        return self._world.works((supply,))  # a bus, load or UPS instead of a DC supply

    def lose(self, supply: str) -> None:
        """The DC supply gives nothing."""
        self.dead.add(supply)
        self._world.moved(Moved.RELAYS)

    def give_back(self, supply: str) -> None:
        """It is there again."""
        self.dead.discard(supply)
        self._world.moved(Moved.RELAYS)

    def holds(self, switch: str, wanted: str, cause: str) -> str:
        """Return the reason a switch cannot move (`control_supply`, `spring`); '' when it can. A fuse needs neither."""
        if cause not in NEEDS_CONTROL or self._world.device_kind(switch) == "fuse":
            return ""
        if not self.is_there(switch):
            return "control_supply"
        return "spring" if wanted == "close" and self._spring_slack(switch) else ""

    def _spring_slack(self, switch: str) -> bool:
        """Return whether the spring is still being charged after the last closing; by hand one charges it by hand."""
        charges, closed = self._world.device(switch).charges_in, self.last_closed.get(switch)
        return charges is not None and closed is not None and self._world.now < closed + charges


@follows_from("customer", "network", "site", "plan")
def control_supplies(dossier: Compiled) -> tuple[tuple[str, str], ...]:
    """The buses, loads and UPSs devices, transfers and protection groups take their control supply from, instead of a
    DC supply; as facts."""
    site = dossier.site
    users = (*site.devices.values(), *site.transfers.values(), *site.protection_groups.values())
    names = dict.fromkeys(getattr(each, "control_supply", None) for each in users)
    kind_of = kinds(dossier)
    return tuple((kind_of.get(name, ""), name) for name in names if name and name not in dossier.site.dc_supplies)
