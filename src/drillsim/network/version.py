"""The name of an engine as journals carry it. Reading a package's version imports nothing of it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def named(package: str) -> str:
    """The package and its version: "pandapower 3.5.6"."""
    return f"{package} {version(package)}"
