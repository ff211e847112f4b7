"""The time a load is dark until an automatic has taken it over, by nominal times: no bad luck, nothing refuses."""

from __future__ import annotations

from drillsim.checks.inputs import Inputs
from drillsim.schema import AnyTransfer, Ats, Sts


def quickest_ms(inputs: Inputs, load: str) -> int | None:
    """Nominal interruption of `load` when any one feeder it hangs on is lost, ms; 0 behind a UPS.

    None if nothing takes it over by itself. The slowest over the feeders, the quickest automatic for each.
    """
    wiring = inputs.wiring
    if _no_break(inputs, load):
        return 0
    lost = [name for name in inputs.feeders if not _fed(inputs, load, name, wiring.normal)]
    if not lost:
        return 0 if wiring.is_fed(load, wiring.live(wiring.normal, inputs.feeders)) else None
    times = [_after_loss_ms(inputs, load, name) for name in lost]
    return None if None in times else max(time for time in times if time is not None)


def _after_loss_ms(inputs: Inputs, load: str, feeder: str) -> int | None:
    """The quickest of transfer between feeders and genset."""
    ways = (
        [_transfers_ms(inputs, feeder)] if _fed(inputs, load, feeder, inputs.wiring.after_automatics([feeder])) else []
    )
    return min([*ways, *_by_gensets_ms(inputs, load)], default=None)


def all_lost_ms(inputs: Inputs, load: str) -> int | None:
    """Nominal interruption of `load` when every feeder is lost at once, ms; 0 behind a UPS, None if it stays dark."""
    if _no_break(inputs, load):
        return 0
    return min(_by_gensets_ms(inputs, load), default=None)


def _no_break(inputs: Inputs, load: str) -> bool:
    """Return whether a UPS that is online and has a battery stands before the load."""
    upses = [inputs.upses[name] for name in inputs.wiring.ups_before(load)]
    return any(each.mode == "online" and each.battery_kwh > 0 for each in upses)


def _by_gensets_ms(inputs: Inputs, load: str) -> list[int]:
    """Times of the gensets that feed the load in the emergency positions and start by themselves."""
    wiring = inputs.wiring
    return [
        ms
        for name in inputs.gensets
        if wiring.is_fed(load, wiring.live(wiring.emergency, [name])) and (ms := genset_ms(inputs, name)) is not None
    ]


def _fed(inputs: Inputs, load: str, feeder: str, closed: bytes) -> bool:
    return inputs.wiring.is_fed(load, inputs.wiring.live(closed, [name for name in inputs.feeders if name != feeder]))


def _transfers_ms(inputs: Inputs, feeder: str) -> int:
    """Nominal time of the transfers that answer the loss of `feeder`: they wait in parallel, so the longest."""
    wiring = inputs.wiring
    before, after = wiring.normal, wiring.after_automatics([feeder])
    moved = {name for p, name in enumerate(wiring.net.switch_ids) if before[p] != after[p]}
    times = [0]
    for transfer in inputs.dossier.site.transfers.values():
        closes = transfer.standby if isinstance(transfer, Ats | Sts) else transfer.tie or transfer.incomers[1]
        if closes in moved:
            times.append(_takes_ms(inputs, transfer, closes))
    return max(times)


def _takes_ms(inputs: Inputs, transfer: AnyTransfer, closes: str) -> int:
    if isinstance(transfer, Sts):
        return transfer.takes
    return transfer.delay + (transfer.takes if isinstance(transfer, Ats) else _operates_ms(inputs, closes))


def _operates_ms(inputs: Inputs, switch: str) -> int:
    """Opening one breaker, then closing the other."""
    device = inputs.dossier.site.devices.get(switch)
    return 2 * (device.operates_in if device else 80)


def genset_ms(inputs: Inputs, name: str) -> int | None:
    """Usual time from the loss to the genset carrying load through the transfer that calls it; None if none calls it
    or it does not stand in automatic."""
    genset = inputs.gensets[name]
    callers = [inputs.atses[each] for each in genset.called_by if each in inputs.atses and inputs.atses[each].enabled]
    if genset.control != "auto" or not callers:
        return None
    return genset.ready.median_ms + min(ats.delay + ats.takes for ats in callers)
