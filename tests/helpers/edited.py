"""A text with edits spliced in."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.files.edit import Edit, spliced
from drillsim.files.yaml_tree import read_tree


def apply_to_text(text: str, edits: Iterable[Edit]) -> str:
    """`text`, of a file without a problem, with `edits` made. Raises: EditError."""
    document, problems = read_tree(text, "f")
    assert not problems
    return spliced(document, edits).text
