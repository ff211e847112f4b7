"""The parts of a run that decisions read and move."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.simulation.faults import Faults
from drillsim.simulation.information import Informing
from drillsim.simulation.journeys import Journeys
from drillsim.simulation.known import Known
from drillsim.simulation.orders import Orders
from drillsim.simulation.people import People
from drillsim.simulation.perform import Perform
from drillsim.simulation.permits import Permits
from drillsim.simulation.plant import Plant
from drillsim.simulation.progress import Progress
from drillsim.simulation.world import World


@dataclass(frozen=True, slots=True)
class Parts:
    """What people do, know and can reach, in one run."""

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
