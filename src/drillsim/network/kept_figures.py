"""Branch figures kept from one process to the next: importing pandapower for them takes over two seconds."""

from __future__ import annotations

import io
from dataclasses import fields
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from drillsim.files import keep
from drillsim.files import kept_bytes as kept
from drillsim.network import compiled, grid_figures, pandapower_net
from drillsim.network.compiled import CompiledNetwork
from drillsim.network.grid_figures import GridFigures
from drillsim.schema import Network

WORKED_OUT_BY = (compiled, grid_figures, pandapower_net)
"""Modules whose change is a change of the figures."""


def figures_of(network: Network, net: CompiledNetwork) -> GridFigures:
    """The figures of `network`, from the user's cache folder where they were worked out before, else by pandapower."""
    name = _name(network)
    found = _read(kept(name))
    if found is None:
        found = grid_figures.grid_figures(network, net)
        keep(name, _written(found))
    return found


def _name(network: Network) -> str:
    """Everything the figures follow from: the network, and who works them out."""
    digest = blake2b(digest_size=16)
    for module in WORKED_OUT_BY:
        digest.update(Path(str(module.__file__)).read_bytes())
    digest.update(f"{version('pandapower')} {version('numpy')} {network.model_dump_json()}".encode())
    return f"figures-{digest.hexdigest()}.npz"


def _written(figures: GridFigures) -> bytes:
    stream = io.BytesIO()
    arrays: dict[str, Any] = {each.name: np.asarray(getattr(figures, each.name)) for each in fields(figures)}
    np.savez(stream, **arrays)
    return stream.getvalue()


def _read(data: bytes | None) -> GridFigures | None:
    """The figures as they were written; None where nothing was, or a part is missing."""
    if data is None:
        return None
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            whole = {each.name: found[each.name] for each in fields(GridFigures)}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    beyond = tuple(int(node) for node in whole.pop("beyond"))
    return GridFigures(**whole, beyond=beyond)
