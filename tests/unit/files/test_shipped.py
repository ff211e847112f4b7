"""Shipped customers are found in a source checkout; tests/packaging looks at the installed wheel."""

from __future__ import annotations

from pathlib import Path

from drillsim.files.shipped import shipped_root


def test_a_source_checkout_ships_its_own_top_folders(repository: Path) -> None:
    assert shipped_root() == repository
    assert (shipped_root() / "scenarios").is_dir()
