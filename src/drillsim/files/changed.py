"""Files somebody has changed, by the customer they belong to: what a hook before a commit is told.

plans/<customer>/plan.yaml            the customer
scenarios/<customer>/<name>.yaml      a scenario of plans/<customer>
<plan folder>/scenario*.yaml, <plan folder>/scenarios/<name>.yaml     a scenario of that customer
scenarios/<name>.yaml                 a scenario of the library: nobody's own
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath

from drillsim.files.folder import CONTACTS_NAME, NETWORK_NAMES, REGISTER_NAME

_OWN = ("customer.yaml", "site.yaml", "plan.yaml", REGISTER_NAME, CONTACTS_NAME, *NETWORK_NAMES)


@dataclass(frozen=True, slots=True)
class Changed:
    """What has to be read again."""

    customers: dict[FilePath, tuple[FilePath, ...]]
    """Customers' folders with those of their own scenarios that changed, in the order given."""
    library: tuple[FilePath, ...]
    """Scenarios of no customer in particular."""


def changed(paths: Iterable[FilePath]) -> Changed:
    """`paths` by customer; those that are neither a customer's nor a scenario are left out."""
    customers: dict[FilePath, tuple[FilePath, ...]] = {}
    library: list[FilePath] = []
    for path in dict.fromkeys(paths):
        folder = _customer_of(path)
        if folder is not None:
            scenario = () if path == folder or path.name in _OWN else (path,)
            customers[folder] = (*customers.get(folder, ()), *scenario)
        elif path.suffix == ".yaml" and path.parent.name == "scenarios":
            library.append(path)
    return Changed(customers, tuple(library))


def _customer_of(path: FilePath) -> FilePath | None:
    """The folder of the customer the file belongs to."""
    folder = path.parent
    if path.is_dir():
        near: tuple[FilePath, ...] = (path,)
    elif path.name in _OWN:
        near = (folder,)
    elif path.suffix != ".yaml":
        near = ()
    else:
        beside = folder.parent.parent / "plans" / folder.name if folder.parent.name == "scenarios" else None
        near = tuple(each for each in (folder if path.name.startswith("scenario") else None,
                                       folder.parent if folder.name == "scenarios" else None, beside) if each)  # fmt: skip
    return next((each for each in near if _is_customer(each)), None)


def _is_customer(folder: FilePath) -> bool:
    return sum((folder / name).is_file() for name in _OWN) > 1
