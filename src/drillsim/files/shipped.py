"""The folders of the shipped customers and scenarios: in the installed package, or at the top of a source checkout."""

from __future__ import annotations

from pathlib import Path


def shipped_root() -> Path:
    """The folder that holds `plans/` and `scenarios/`. Raises: FileNotFoundError where an installation lacks them."""
    package = Path(__file__).resolve().parents[1]
    for root in (package / "shipped", package.parents[1]):
        if (root / "plans").is_dir():
            return root
    raise FileNotFoundError(f"no shipped plans beside {package}")
