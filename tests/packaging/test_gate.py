"""The README's commands, the gate and the project's own settings say the same."""

from __future__ import annotations

import re
from pathlib import Path


def _commands(readme: str) -> list[str]:
    blocks: list[str] = re.findall(r"```console\n(.*?)```", readme, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_readme_starts_with_the_demo_and_then_the_tests(repository: Path) -> None:
    first, second = _commands((repository / "README.md").read_text(encoding="utf-8"))[:2]
    assert first == "pip install . && drillsim demo"
    assert second == 'pip install -e ".[dev]" && python -m pytest'


def test_the_gate_runs_the_test_command_of_the_readme(repository: Path) -> None:
    second = _commands((repository / "README.md").read_text(encoding="utf-8"))[1]
    gate = (repository / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert second.partition(" && ")[2] in gate
    assert all(any(line.endswith(f" {check}") for line in gate) for check in ("ruff check .", "mypy"))
