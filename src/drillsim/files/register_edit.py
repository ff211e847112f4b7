"""The fate of entries, as splices: comments, order and every other byte of register.yaml stay as people left them.

A draft is the file as it will be; `write` puts it in place at once, and only where the file is still the one that was
read.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from drillsim.errors import InvalidInput, Problem
from drillsim.files.document import Document, Path, Tree, undotted
from drillsim.files.edit import Append, Edit, Remove, Set, spliced
from drillsim.files.folder import CustomerFolder
from drillsim.files.part import SourceFile
from drillsim.files.register_file import REGISTER_NAME, register_of
from drillsim.files.reread import read_again
from drillsim.files.rule.around import Around
from drillsim.files.rule.register_rule import register_problems
from drillsim.files.source import read_bytes
from drillsim.files.write import write_bytes
from drillsim.files.yaml_tree import read_tree
from drillsim.schema import NOT_SAID, Entry, Register, entry_number, number_of_entry
from drillsim.texts import Lang, text


@dataclass(frozen=True, slots=True, eq=False)
class RegisterDraft:
    """register.yaml as it will be."""

    label: str
    """Path as the planner gave it."""
    read: bytes | None
    """Bytes it was made from; None where there was no register."""
    document: Document
    register: Register

    def entered(
        self,
        number: str,
        *,
        code: str,
        subject: str,
        clause: str,
        scenario: str,
        seed: int,
        day: dt.date,
        status: str = "open",
        **more: str,
    ) -> RegisterDraft:
        """The draft with a weak point entered, with the run that said it as its regression; without a scenario there is
        none. `more`: reason, owner, due and closed; empty ones are left out."""
        value: dict[str, Tree] = {"code": code}
        if clause:
            value["clause"] = clause
        value["subject"] = subject
        if scenario:
            value["scenario"] = scenario
        value["status"] = status
        value |= {name: more[name] for name in ("reason", "owner") if more.get(name)}
        value["opened"] = day.isoformat()
        value |= {name: more[name] for name in ("due", "closed") if more.get(name)}
        if scenario:
            value["regression"] = {"scenario": scenario, "seed": str(seed), "expect": NOT_SAID}
        return self._with(number, spliced(self.document, [Set((number,), value)]))

    def filled(self, number: str, **more: str) -> RegisterDraft:
        """The draft with fields of an entry that say nothing yet; what somebody has written there stays."""
        entry, draft = self.register.entries[number], self
        for name, value in more.items():
            if value and not getattr(entry, name):
                draft = draft._with(number, spliced(draft.document, [Set((number, name), value)]))
        return draft

    def reopened(self, number: str, version: str, day: dt.date | None) -> RegisterDraft:
        """The draft with a closed entry open again; it keeps when it had been closed, and which version of the plan
        brought it back."""
        entry = self.register.entries[number]
        back: dict[str, Tree] = {"version": version}
        if day is not None:
            back["date"] = day.isoformat()
        if entry.closed is not None:
            back["closed"] = entry.closed.isoformat()
        path = (number, "recurs")
        recurs: Edit = Append(path, back) if entry.recurs else Set(path, [back])
        document = spliced(self.document, [Set((number, "status"), "open"), recurs])
        return self._with(number, _without(document, (number, "closed")))

    def answered(self, number: str, reason: str, closed: dt.date | None) -> RegisterDraft:
        """The draft with an open entry done on the day it is `closed`, in progress without one, and the `reason`."""
        edits: list[Edit] = [Set((number, "status"), "in_progress" if closed is None else "done")]
        edits.append(Set((number, "reason"), reason))
        edits += [] if closed is None else [Set((number, "closed"), closed.isoformat())]
        return self._with(number, spliced(self.document, edits))

    def changed(self, number: str, **fields: str) -> RegisterDraft:
        """The draft with fields of an entry as given; an empty one is taken out."""
        document = self.document
        for name, value in fields.items():
            if value:
                document = spliced(document, [Set((number, name), value)])
            elif (number, name) in document.places:
                document = _without(document, (number, name))
        return self._with(number, document)

    def verified(self, number: str) -> RegisterDraft:
        """The draft that says that a re-run supports what was reported as put right."""
        return self._with(number, spliced(self.document, [Set((number, "status"), "verified")]))

    def _with(self, number: str, document: Document) -> RegisterDraft:
        """The draft with one entry as `document` has it."""
        assert isinstance(document.tree, dict)
        entries = {**self.register.entries, number: Entry.model_validate(document.tree[number])}
        return replace(self, document=document, register=Register.model_validate({"format": 1, **entries}))

    @property
    def data(self) -> bytes:
        """Bytes to write."""
        return self.document.text.encode("utf-8")

    def next_number(self) -> str:
        """Return the number behind the highest there is."""
        return entry_number(1 + max((number_of_entry(name) or 0 for name in self.register.entries), default=0))


def register_draft(folder: CustomerFolder, lang: Lang) -> RegisterDraft:
    """The register of the customer as it stands, or one without an entry that says in `lang` what it is."""
    label = (folder.path / REGISTER_NAME).as_posix()
    file, register = folder.register, folder.dossier.register
    if file is not None and file.document is not None and register is not None:
        return RegisterDraft(label, file.data, file.document, register)
    head = "".join(f"# {line}\n" for line in text(lang, "register-head").splitlines())
    document, _ = read_tree(f"{head}format: 1\n", label)
    return RegisterDraft(label, None, document, Register.model_validate({"format": 1}))


def _without(document: Document, path: Path) -> Document:
    """The document without the entry at `path` of a mapping; somebody's words behind it on its line stay."""
    key, value = document.places[path].key, document.places[path].value
    behind = document.text[value.end :].partition("\n")[0]
    if key is None or document.places[path[:-1]].style != "block" or "#" not in behind:
        return spliced(document, [Remove(path)])
    after, wrong = read_again(document, path[:-1], ((key.start, value.end + behind.index("#"), ""),))
    assert not wrong, wrong
    return after


def draft_misfits(draft: RegisterDraft, folder: CustomerFolder) -> tuple[Problem, ...]:
    """Problems of the draft beside the other files as they are in `folder`, with their lines in the register as it was
    read: an open entry about something that an edit has taken out, for one."""
    read, document = folder.register, draft.document
    file = SourceFile(REGISTER_NAME, draft.label, draft.data, document)
    found = register_problems(Around(folder.dossier, folder.files, file), draft.register, file)
    lines = read or file
    return tuple(replace(each, line=lines.line_of(undotted(document.tree, each.field))) for each in found)


def write_register(folder: CustomerFolder, draft: RegisterDraft) -> bool:
    """Puts the draft in the place of the register, all of it at once; False where nothing changes.

    Raises: InvalidInput `register-changed` when the file is no longer the one that was read; nothing is written.
    """
    if draft.data == draft.read:
        return False
    path = folder.path / REGISTER_NAME
    there = read_bytes(path, draft.label)[0] if path.exists() else None
    if there != draft.read:
        raise InvalidInput([Problem(file=draft.label, code="register-changed")])
    assert register_of(draft.data, draft.label).value == draft.register, "spliced wrongly"
    write_bytes(path, draft.data)
    return True
