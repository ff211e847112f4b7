"""The voltage a bus may have in steady states: what its row says, or what the trade allows."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.schema import Compiled, follows_from

LOW_PU, HIGH_PU = 0.93, 1.07
"""Permitted voltage where the network row names none: ±7 % (GB/T 12325 for 10 kV, as commonly quoted, unverified)."""


@follows_from("network")
def voltage_bands(dossier: Compiled) -> Mapping[str, tuple[float, float]]:
    """Permitted voltage of each bus, per unit."""
    return {row.name: (row.min_vm_pu or LOW_PU, row.max_vm_pu or HIGH_PU) for row in dossier.network.bus}
