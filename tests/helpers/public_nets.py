"""pandapower's example networks as our value, read from what pandapower itself writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandapower as pp
import pandapower.networks as pn

from drillsim.files.pp_adopt import AdoptedNetwork, adopt
from drillsim.schema.network import Network


def raw(name: str) -> pp.pandapowerNet:
    """A fresh net of pandapower's library."""
    return getattr(pn, name)()


@cache
def adopted(name: str) -> AdoptedNetwork:
    """pandapower's net `name`, written as json and taken over."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.json"
        pp.to_json(raw(name), str(path))
        return adopt(path)


def network(name: str) -> Network:
    """pandapower's net `name` as our value, its generators left out."""
    return Network.model_validate(adopted(name).tree)
