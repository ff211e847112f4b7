"""The loads a function stands on, all the way down through the functions it needs."""

from __future__ import annotations

from drillsim.schema import Dossier


def needed(dossier: Dossier, function: str) -> tuple[str, ...]:
    """Ids of everything `function` needs, directly or through other functions, each once, in the order met.

    `any` counts like `all`: an alternative is still something it may stand on.
    """
    found: dict[str, None] = {}
    queue = [function]
    for name in queue:
        for leaf in dossier.site.functions[name].needs.leaves():
            subject = leaf.subject or ""
            if subject not in found and subject != function:
                found[subject] = None
                if subject in dossier.site.functions:
                    queue.append(subject)
    return tuple(found)


def needed_loads(dossier: Dossier, function: str) -> tuple[str, ...]:
    """Loads among what `function` needs."""
    loads = [row.name for row in dossier.network.loads]
    return tuple(name for name in needed(dossier, function) if name in loads)


def critical_loads(dossier: Dossier) -> tuple[str, ...]:
    """Safety-critical loads (保安负荷) and loads of grade 1S, in file order (model: severity A)."""
    stated = dossier.site.loads
    rows = [row.name for row in dossier.network.loads if row.name in stated]
    return tuple(name for name in rows if stated[name].security or stated[name].grade == "1S")


def is_critical(dossier: Dossier, kind: str, name: str) -> bool:
    """Return whether a load, or a function through what it needs, is safety-critical."""
    critical = critical_loads(dossier)
    if kind == "load":
        return name in critical
    return name in dossier.site.functions and any(load in critical for load in needed_loads(dossier, name))
