"""An edit carried out: on the values, to run again, and on the texts, for the proof's inputs and for the next plan.

load(edit(text)) == edit(load(text))
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from drillsim.errors import InvalidInput
from drillsim.files import (
    CustomerFolder,
    Document,
    Edit,
    EditError,
    Part,
    SourceFile,
    Tree,
    apply_to_tree,
    assemble,
    spliced,
    validate,
)
from drillsim.revision.recommendation import FileEdit
from drillsim.schema import Customer, Plan, Site

MODELS: dict[str, type[BaseModel]] = {"customer.yaml": Customer, "site.yaml": Site, "plan.yaml": Plan}
"""Files an edit may change. A change of the network is a purchase and edits nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Edited:
    """A customer with edits made: the folder as it would be read, and its changed texts by file name."""

    folder: CustomerFolder
    texts: dict[str, str]


def edit_folder(folder: CustomerFolder, edits: tuple[FileEdit, ...]) -> Edited:
    """`folder` with `edits` made. Raises: EditError when one does not fit; InvalidInput when the result is no valid
    customer."""
    parts, texts = {}, {}
    for name, model in MODELS.items():
        due = tuple(each.edit for each in edits if each.file == name)
        file = folder.file(name)
        parts[name] = _edited(model, file, due) if due else _as_it_is(folder, name)
        if due and (changed := parts[name].file) is not None and changed.document is not None:
            texts[name] = changed.document.text
    stray = [each.file for each in edits if each.file not in MODELS]
    if stray:
        raise EditError(f"not a file an edit may change: {stray[0]}")
    return Edited(_assembled(folder, parts), texts)


def value_of(model: type[BaseModel], file: SourceFile, edits: tuple[Edit, ...]) -> Any:
    """The file's value with `edits` made on its tree: the right-hand side of the law."""
    assert file.document is not None
    tree = apply_to_tree(file.document.tree, edits)
    value, problems = validate(model, _document(file, tree), file.label)
    if value is None:
        raise InvalidInput(problems)
    return value


def _document(file: SourceFile, tree: Tree) -> Document:
    assert file.document is not None
    return replace(file.document, tree=tree)


def _edited(model: type[BaseModel], file: SourceFile, edits: tuple[Edit, ...]) -> Part[Any]:
    """The text spliced and the value it says: the splice has read it back and held it against the edited tree."""
    assert file.document is not None
    document = spliced(file.document, edits)
    value, problems = validate(model, document, file.label)
    return Part(SourceFile(file.name, file.label, document.text.encode("utf-8"), document), value, problems)


def _as_it_is(folder: CustomerFolder, name: str) -> Part[Any]:
    return Part(folder.file(name), getattr(folder.dossier, name.removesuffix(".yaml")), ())


def _assembled(folder: CustomerFolder, parts: dict[str, Part[Any]]) -> CustomerFolder:
    network = Part(folder.file("network"), folder.dossier.network, ())
    customer, site, plan = (parts[name] for name in MODELS)
    found, problems = assemble(folder.path, customer, network, site, plan, edited=folder)
    if found is None or problems:
        raise InvalidInput(problems)
    beside = tuple(file for file in folder.files if file.name not in found.digests)
    return replace(found, files=(*found.files, *beside), edition=folder.edition, contacts=folder.contacts)
