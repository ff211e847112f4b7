"""Packages are imported by their faces: what another package may use is named in `__all__` of an `__init__`.

import-linter knows modules, not names, so the import statements are read here. What a face gives is imported with it,
plainly; so that light commands stay light, jobs that load much more are doors, imported by themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src"
DOORS = {
    "drillsim.use",
    "drillsim.web",
    "drillsim.files.new_folder",
    "drillsim.files.pp_adopt",
    "drillsim.files.pp_passed",
    "drillsim.files.pp_source",
    "drillsim.revision.review",
    "drillsim.documents.build_report",
    "drillsim.documents.build_run",
    "drillsim.documents.drill_sheets",
    "drillsim.documents.run_report",
    "drillsim.documents.pictures.oneline.live",
    "drillsim.documents.run_folder",
}
"""Modules, or all modules of a package, imported by themselves: `use` has a module a job, `web` a server to start,
`files` reads networks for a new folder alone, `revision` plays runs to review one, `documents` draws and writes."""


def package(module: str) -> str:
    """`drillsim.schema` of `drillsim.schema.plan`."""
    return ".".join(module.split(".")[:2])


@cache
def public(module: str) -> frozenset[str] | None:
    """What a face gives; None of a module that is none."""
    spec = find_spec(module)
    if spec is None or spec.submodule_search_locations is None:
        return None
    names = getattr(import_module(module), "__all__", None)
    return None if names is None else frozenset(names)


def past_faces(text: str, own: str, file: str) -> Iterator[str]:
    """Each import statement of `text` that reaches another package otherwise than by its face, with file and line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for each in node.names:
                if each.name.startswith("drillsim.") and package(each.name) != package(own):
                    yield f"{file}:{node.lineno}: import {each.name}"
        elif isinstance(node, ast.ImportFrom) and _crosses(node.module or "", own):
            assert node.module is not None
            names = {each.name for each in node.names}
            if (given := public(node.module)) is None:
                yield f"{file}:{node.lineno}: {', '.join(sorted(names))} past the face of {package(node.module)}"
            elif names - given:
                yield f"{file}:{node.lineno}: {', '.join(sorted(names - given))} not in __all__ of {node.module}"


def _crosses(module: str, own: str) -> bool:
    other = package(module)
    if not module.startswith("drillsim.") or other == package(own) or other in DOORS or module in DOORS:
        return False
    return (SOURCES / other.replace(".", "/")).is_dir()


def test_every_package_is_imported_by_its_face() -> None:
    found: list[str] = []
    for path in sorted(SOURCES.rglob("*.py")):
        module = ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")
        if package(module) != "drillsim":  # the face of faces loads by name
            found += past_faces(path.read_text(encoding="utf-8"), module, path.relative_to(SOURCES).as_posix())
    assert found == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("from drillsim.schema.plan import Step", ["x.py:1: Step past the face of drillsim.schema"]),
        (
            "def f():\n    from drillsim.schema import Nothing, Step",
            ["x.py:2: Nothing not in __all__ of drillsim.schema"],
        ),
        ("from drillsim.findings.rules.management import a", ["x.py:1: a past the face of drillsim.findings"]),
        ("import drillsim.schema.plan", ["x.py:1: import drillsim.schema.plan"]),
        ("from drillsim.schema import Step", []),
        ("from drillsim.findings.facts import A01", []),
        ("from drillsim.use.load import load", []),
        ("from drillsim.checks.rule import Rule", []),
        ("from drillsim.errors import InvalidInput", []),
    ],
)
def test_an_import_past_a_face_is_told_with_its_line(text: str, told: list[str]) -> None:
    assert list(past_faces(text, "drillsim.checks.run", "x.py")) == told


def test_every_door_is_there() -> None:
    assert [door for door in sorted(DOORS) if find_spec(door) is None] == []
