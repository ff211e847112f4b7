"""The constructs YAML would allow and a plan does not need: each question is asked of one parser event.

Answers are `(problem code, facts)`. Some constructs are refused because PyYAML's two parsers read them differently,
and a plan must mean the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Event = Any
"""PyYAML's; its stubs let marks be None, which neither of its parsers does."""
Refusal = tuple[str, dict[str, str]]

_TIGHT_COLON = re.compile(r" *:\S")


def node_refusals(event: Event) -> Iterator[Refusal]:
    """Anchors and tags of a scalar, list or mapping."""
    if event.anchor:
        yield "yaml-anchor", {"anchor": event.anchor}
    if event.tag:
        yield "yaml-tag", {"tag": event.tag}


def flow_refusals(event: Event) -> Iterator[Refusal]:
    """A bare text inside brackets that one parser ends at a question mark, where the other reads on."""
    if "?" in event.value and not event.style:
        yield "flow-question-mark", {}


def key_refusals(event: Event, gap: str, behind: str) -> Iterator[Refusal]:
    """Keys written `? key`, and `key:value` without a space where only one parser reads a mapping.

    `gap` is the text between the last thing read and the key, `behind` what follows the key.
    """
    if "?" in gap and "?" in "".join(line.partition("#")[0] for line in gap.splitlines()):
        yield "yaml-question-mark", {}
    if not event.style and _TIGHT_COLON.match(behind):
        yield "syntax-colon-space", {}
