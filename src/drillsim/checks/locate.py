"""From a file's plain name and a path in it to what a planner can jump to."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.files import CustomerFolder

Locate = Callable[[str, tuple[str | int, ...]], tuple[str, int]]
"""(`plan.yaml`, path in it) → (the file as the planner gave it, line; 0 where it has no lines)."""


def unlocated(file: str, path: tuple[str | int, ...]) -> tuple[str, int]:
    """The plain name and no line, for values that were not read from files."""
    return file, 0


def locator(folder: CustomerFolder) -> Locate:
    """Finds files and lines of a customer's folder; `network` stands for whichever spelling it has."""

    def locate(name: str, path: tuple[str | int, ...]) -> tuple[str, int]:
        file = folder.file(name)
        return file.label, file.line_of(path)

    return locate
