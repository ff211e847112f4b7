"""The interval at which Python looks for circles of objects nobody holds any more.

A run leaves many behind, but only when it ends: looking for them while it goes on finds none, and took a quarter of the
time of a review. Set for a process that is ours alone (the program, a worker), never for one that only imports us.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS, _YOUNG, _OLD = 50_000, 10, 10
"""Objects made between two looks at the new ones, and how many such looks between those at older ones."""


def collect_seldom() -> None:
    """From now on."""
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLD)


def keep_what_is_there() -> None:
    """Keep all that has been read, compiled and solved by now for good: it is not looked at again."""
    gc.collect()
    gc.freeze()
    collect_seldom()
