"""What follows from a customer's files alone: worked out once a process, shared by all runs, changed by none.

A campaign plays one dossier thousands of times. Tables of other files that need no more than the dossier are kept in
the same way beside what uses them; all of them go by the dossier's identity.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from drillsim.network import CompiledNetwork, Cord, compile_network, cords_of
from drillsim.plant import own_switch
from drillsim.plant.element import BRANCHES
from drillsim.schema.dossier import Dossier
from drillsim.schema.std_type import figures_of


@lru_cache(maxsize=8)
def net_of(dossier: Dossier) -> CompiledNetwork:
    """The network as arrays."""
    return compile_network(dossier.network)


@lru_cache(maxsize=8)
def cords(dossier: Dossier) -> tuple[tuple[Cord, ...], ...]:
    """Buses that feed each load, in the order of the network's loads."""
    return cords_of(net_of(dossier), dossier.site.loads)


@lru_cache(maxsize=8)
def own_switches(dossier: Dossier) -> Mapping[str, str]:
    """Load → the switch that sheds it alone."""
    return own_switch.own_switches(net_of(dossier), cords(dossier), dossier)


@lru_cache(maxsize=64)
def demand_kw(dossier: Dossier, situation: str | None) -> Mapping[str, float]:
    """Demand of each load in a load situation, kW: the row's demand times its profile."""
    net, site = net_of(dossier), dossier.site
    found = {}
    for load, watts in zip(net.load_ids, net.load_w, strict=True):
        facts = site.loads.get(load)
        found[load] = watts / 1000
        if facts is not None and facts.profile is not None and situation is not None:
            found[load] *= site.profiles[facts.profile].percent.get(situation, 100.0) / 100.0
    return found


@lru_cache(maxsize=8)
def branch_limits(dossier: Dossier) -> Mapping[str, float]:
    """Permitted loading of each branch that has a rating, per cent; 100 where the row names none."""
    rated = [row for each in BRANCHES if each.has_rating for row in getattr(dossier.network, each.kind)]
    return {row.name: row.max_loading_percent or 100.0 for row in rated}


@lru_cache(maxsize=8)
def branch_ratings(dossier: Dossier) -> Mapping[str, float]:
    """What each branch counts beside those parallel to it: kA of a line, MVA of a transformer; 1 of any other."""
    network = dossier.network
    found = dict.fromkeys(net_of(dossier).branch_ids, 1.0)
    for line in network.line:
        found[line.name] = float(figures_of(network, "line", line)["max_i_ka"]) * line.parallel
    for trafo in network.trafo:
        found[trafo.name] = float(figures_of(network, "trafo", trafo)["sn_mva"]) * trafo.parallel
    return found
