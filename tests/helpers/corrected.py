"""The shipped customers as a review meeting would leave them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from drillsim.network import Memo, PandapowerFlow
from helpers import (
    corrected_airport,
    corrected_chemical,
    corrected_data_centre,
    corrected_hospital,
    corrected_waterworks,
)
from helpers.correction import Corrected
from helpers.shipped import AIRPORT, CHEMICAL, DATA_CENTRE, HOSPITAL, WATERWORKS, shipped

CORRECTED: Mapping[str, Corrected] = {
    HOSPITAL: corrected_hospital.CENTRAL_HOSPITAL,
    DATA_CENTRE: corrected_data_centre.DATA_CENTRE,
    WATERWORKS: corrected_waterworks.WATERWORKS,
    AIRPORT: corrected_airport.AIRPORT,
    CHEMICAL: corrected_chemical.CHEMICAL_PLANT,
}
"""Every change with its reason, and the scenarios none of them answers."""


@cache
def flow(customer: str) -> Memo:
    """Power flows of the corrected customer, shared by its runs."""
    return Memo(PandapowerFlow(shipped(customer, *CORRECTED[customer].edits).network))
