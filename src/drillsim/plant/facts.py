"""The facts of the plant in a customer's files, as hazards ask for them: kinds of device, voltages, who may be
joined."""

from __future__ import annotations

from functools import cached_property

from drillsim.network import net_of
from drillsim.plant.potential import Potentials
from drillsim.plant.source import box_bus, system_of, upses
from drillsim.plant.switch import KINDS, May, SwitchKind, switch_kind
from drillsim.schema import PLAIN_DEVICE, Compiled, Device, follows_from


class Facts:
    """Facts of one customer that never change."""

    def __init__(self, dossier: Compiled) -> None:
        self.dossier, self.net, self.site = dossier, net_of(dossier), dossier.site
        net = self.net
        devices, rows = self.site.devices, zip(net.switch_ids, net.switch_types, strict=True)
        self.kind: dict[str, SwitchKind] = {name: switch_kind(devices.get(name), row) for name, row in rows}
        """Kind of each switch."""
        self.system = {name: system_of(self.site, name) for name in (*net.source_ids, *self.site.sources)}
        """The system of each source; those of one may be joined."""
        self.ups_inputs = frozenset(net.bus_index[each.input] for each in upses(self.site).values())
        """Buses UPSs draw from."""

    def device(self, switch: str) -> Device:
        """Facts of a switch; defaults where the site says nothing."""
        return self.site.devices.get(switch, PLAIN_DEVICE)

    def may(self, switch: str) -> May:
        """Return the operations the switch is built for."""
        return KINDS[self.kind[switch]]

    @cached_property
    def potentials(self) -> Potentials:
        """The no-load voltages."""
        return Potentials(self.dossier.network, self.net)

    def kv(self, thing: str) -> float:
        """Voltage of a bus, or the higher one of a switch; 0 for anything else."""
        net = self.net
        if thing in net.bus_index:
            return net.bus_kv[net.bus_index[thing]]
        if thing in net.switch_index:
            return max(net.bus_kv[n] for n in net.switch_nodes(net.switch_index[thing]) if net.is_bus(n))
        return 0.0

    def box_bus(self, point: str) -> str:
        """The bus where a vehicle at this connection point feeds in; empty where there is none."""
        return box_bus(self.net, self.site.connection_points[point])


@follows_from("network", "site")
def facts_of(dossier: Compiled) -> Facts:
    """The facts of a customer."""
    return Facts(dossier)
