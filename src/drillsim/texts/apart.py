"""Two things of one name in one sentence: the id in brackets tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def told_apart(called: Mapping[str, str]) -> dict[str, str]:
    """Words for the ids (id → name) whose name another id has too: the name with the id in brackets."""
    often = Counter(called.values())
    return {name: f"{words} ({name})" for name, words in called.items() if often[words] > 1 and words != name}
