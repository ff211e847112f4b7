"""Tables of the plant that several parts of a run read and none changes; others stand beside the one part that reads
them."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.network import cords, net_of
from drillsim.plant import BRANCHES, own_switch
from drillsim.schema import Compiled, Feeder, figures_of, follows_from


@follows_from("network", "site")
def own_switches(dossier: Compiled) -> Mapping[str, str]:
    """Load → the switch that sheds it alone."""
    return own_switch.own_switches(net_of(dossier), cords(dossier), dossier)


@follows_from("network", "site")
def demand_kw(dossier: Compiled, situation: str | None) -> Mapping[str, float]:
    """Demand of each load in a load situation, kW: the row's demand times its profile."""
    net, site = net_of(dossier), dossier.site
    found = {}
    for load, watts in zip(net.load_ids, net.load_w, strict=True):
        facts = site.loads.get(load)
        found[load] = watts / 1000
        if facts is not None and facts.profile is not None and situation is not None:
            found[load] *= site.profiles[facts.profile].percent.get(situation, 100.0) / 100.0
    return found


@follows_from("network")
def branch_limits(dossier: Compiled) -> Mapping[str, float]:
    """Permitted loading of each branch that has a rating, per cent; 100 where the row names none."""
    rated = [row for each in BRANCHES if each.has_rating for row in getattr(dossier.network, each.kind)]
    return {row.name: row.max_loading_percent or 100.0 for row in rated}


@follows_from("network")
def branch_ratings(dossier: Compiled) -> Mapping[str, float]:
    """Return the rating by which each branch counts beside those parallel to it: kA of a line, MVA of a transformer; 1
    of any other."""
    network = dossier.network
    found = dict.fromkeys(net_of(dossier).branch_ids, 1.0)
    for line in network.line:
        found[line.name] = float(figures_of(network, "line", line)["max_i_ka"]) * line.parallel
    for trafo in network.trafo:
        found[trafo.name] = float(figures_of(network, "trafo", trafo)["sn_mva"]) * trafo.parallel
    return found


@follows_from("site")
def pick_up_a(dossier: Compiled) -> Mapping[str, float]:
    """Device with stages → the least current any of them picks up at, A."""
    devices = dossier.site.devices
    return {name: min(stage.above_a for stage in each.trips) for name, each in devices.items() if each.trips}


@follows_from("site")
def capacities_kw(dossier: Compiled) -> Mapping[str, float]:
    """Return the power each feeder whose file says so may give, kW."""
    feeders = {name: spec for name, spec in dossier.site.sources.items() if isinstance(spec, Feeder)}
    return {name: spec.capacity_kw for name, spec in feeders.items() if spec.capacity_kw}


@follows_from("network")
def all_sound(dossier: Compiled) -> Mapping[tuple[str, str], str]:
    """Every bus and branch as a fact: sound."""
    net = net_of(dossier)
    return {("element", name): "sound" for name in (*net.bus_ids, *net.branch_ids)}
