"""site.yaml: what stands behind the network. Keys of `devices`, `loads`, `elements` and of feeders in `sources` are
the ids of network rows; everything else is declared here."""

from __future__ import annotations

from typing import Literal

from drillsim.schema.base import FormatOne, Id, Ids, Model, Sourced
from drillsim.schema.device import DcSupply, Device, Earth, Element, Interlock, ProtectionGroup
from drillsim.schema.function import Function, Measure
from drillsim.schema.load import Load, Profile
from drillsim.schema.place import Channel, Observation, Place, Way, Zone
from drillsim.schema.source import AnySource, ConnectionPoint, GensetGroup, MobileGenset
from drillsim.schema.store import Store
from drillsim.schema.transfer import AnyTransfer


class Mode(Sourced):
    """An operating mode (运行方式), as changes of the network file's positions."""

    open: Ids = ()
    """Switches open in it."""
    closed: Ids = ()
    """Switches closed in it."""
    out_of_service: Ids = ()
    """Lines, transformers or sources out of service."""
    disabled: Ids = ()
    """Transfers and protection groups out of service."""
    set: dict[Id, Literal["on", "off", "auto", "manual", "online", "bypass", "maintenance_bypass"]] = {}
    """Selector positions of pumps, gensets and UPSs; a function that is `off` is stopped in good order."""
    positions: dict[Id, Literal["working", "test", "withdrawn"]] = {}
    """Truck positions of devices."""
    earthed: Ids = ()
    """Earths that are on."""


class Site(Model):
    """The equipment behind the network."""

    format: FormatOne
    """File format; 1."""
    devices: dict[Id, Device] = {}
    """Facts of switch rows."""
    interlocks: tuple[Interlock, ...] = ()
    """Interlocks."""
    earths: dict[Id, Earth] = {}
    """Earthing switches and places for portable earths."""
    protection_groups: dict[Id, ProtectionGroup] = {}
    """Bus and differential protections."""
    dc_supplies: dict[Id, DcSupply] = {}
    """DC control supplies."""
    elements: dict[Id, Element] = {}
    """Facts of lines, transformers and reactors."""
    sources: dict[Id, AnySource] = {}
    """Feeders, gensets, UPSs."""
    genset_groups: dict[Id, GensetGroup] = {}
    """Gensets that run in parallel."""
    connection_points: dict[Id, ConnectionPoint] = {}
    """Points where mobile gensets are plugged in."""
    transfers: dict[Id, AnyTransfer] = {}
    """Automatic transfers."""
    loads: dict[Id, Load] = {}
    """Facts of load rows."""
    profiles: dict[Id, Profile] = {}
    """Demand by load situation."""
    functions: dict[Id, Function] = {}
    """Activities of the customer."""
    measures: dict[Id, Measure] = {}
    """Non-electrical safety measures."""
    stores: dict[Id, Store] = {}
    """Tanks."""
    zones: dict[Id, Zone] = {}
    """Common causes by place."""
    places: dict[Id, Place] = {}
    """Places people stand in."""
    travel: tuple[Way, ...] = ()
    """Ways between places."""
    observations: dict[Id, Observation] = {}
    """Places where facts show."""
    channels: dict[Id, Channel] = {}
    """Ways to reach people."""
    modes: dict[Id, Mode] = {"normal": Mode()}
    """Operating modes; `normal` is the network file as it stands."""

    @property
    def tanks(self) -> dict[str, Store]:
        """Every tank by id: the stores, and what mobile gensets bring with them, under their ids; full at T0."""
        own = {
            name: Store(name=source.name, holds="fuel", capacity_l=source.tank_l, level_l=source.tank_l)
            for name, source in self.sources.items()
            if isinstance(source, MobileGenset) and source.tank_l
        }
        return self.stores | own
