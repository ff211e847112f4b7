"""Files somebody has changed, by the customer they belong to: what a hook before a commit is told.

plans/<customer>/plan.yaml            the customer
<plan folder>/editions/<name>.yaml    the customer: every edition is read with its plan
scenarios/<customer>/<name>.yaml      a scenario of plans/<customer>
<plan folder>/scenario*.yaml, <plan folder>/scenarios/<name>.yaml     a scenario of that customer
scenarios/<name>.yaml                 a scenario of the library: nobody's own
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from drillsim.files.folder import CONTACTS_NAME, NETWORK_NAMES, REGISTER_NAME
from drillsim.files.pending import EDITIONS

_OWN = ("customer.yaml", "site.yaml", "plan.yaml", REGISTER_NAME, CONTACTS_NAME, *NETWORK_NAMES)


@dataclass(frozen=True, slots=True)
class Changed:
    """The customers and scenarios to be read again."""

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
            own = path == folder or path.name in _OWN or path.parent.name == EDITIONS
            scenario = () if own else (path,)
            customers[folder] = (*customers.get(folder, ()), *scenario)
        elif path.suffix == ".yaml" and path.parent.name == "scenarios":
            library.append(path)
    return Changed(customers, tuple(library))


def _customer_of(path: FilePath) -> FilePath | None:
    """The folder of the customer the file belongs to."""
    return next((each for each in _near(path) if sum((each / name).is_file() for name in _OWN) > 1), None)


def _near(path: FilePath) -> Iterator[FilePath]:
    """Folders that are the customer's, if they are any customer's."""
    folder = path.parent
    if path.is_dir():
        yield path
    elif path.name in _OWN or (path.suffix == ".yaml" and path.name.startswith("scenario")):
        yield folder
    if path.suffix == ".yaml" and folder.name in ("scenarios", EDITIONS):
        yield folder.parent
    if path.suffix == ".yaml" and folder.parent.name == "scenarios":
        yield folder.parent.parent / "plans" / folder.name
