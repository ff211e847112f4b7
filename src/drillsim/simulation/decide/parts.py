"""The parts of a run that decisions read and move."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.simulation.core.world import World
from drillsim.simulation.faults import Faults
from drillsim.simulation.people.information import Informing
from drillsim.simulation.people.people import People
from drillsim.simulation.plan.journeys import Journeys
from drillsim.simulation.plan.known import Known
from drillsim.simulation.plan.orders import Orders
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plan.progress import Progress
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.perform import Perform


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one run that people act, know and travel by."""

    world: World
    plant: Plant
    people: People
    progress: Progress
    known: Known
    perform: Perform
    permits: Permits
    orders: Orders
    journeys: Journeys
    faults: Faults
    informing: Informing
