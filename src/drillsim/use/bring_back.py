"""The improvement list filled in as a workbook, back into the customer's register.

A row goes whole or not at all: one wrong cell leaves its row as it was, and is named. All right rows are written at
once, in one exchange of the file; where none is right, or the file has changed meanwhile, it stays untouched.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from pydantic import TypeAdapter, ValidationError

from drillsim.documents.forms import IMPROVEMENT_LIST, WRITABLE, listed_state
from drillsim.errors import InvalidInput, Problem, facts, wrong_argument
from drillsim.files import (
    CustomerFolder,
    RegisterDraft,
    customer_root,
    draft_misfits,
    find_scenarios,
    register_draft,
    undotted,
    write_register,
)
from drillsim.files.workbook import Book, Mark, ReturnedRow, day_words, plain, returned_rows
from drillsim.findings import CODES, ITS_OWN
from drillsim.schema import OWNER_SIDES, Date, Entry, owner_words
from drillsim.texts import LANGS, Lang, text
from drillsim.use.take_over import clauses, knows

ABOUT = ("code", "subject")
FREE = ("number", "recurs")
"""Columns somebody may change without a word: rows are numbered anew, and the last one tells the register's story."""
LONGEST = 4_000
FIELDS = {
    "measure": "measure", "unit": "owner", "person": "owner", "due": "due", "money": "money", "status": "status",
    "verified": "reason", "closed": "closed",
}  # fmt: skip
"""Field of the register each column goes to."""
_DAY: TypeAdapter[dt.date] = TypeAdapter(Date)


@dataclass(frozen=True, slots=True)
class RowBack:
    """One row that was taken."""

    line: int
    number: str
    """Its entry in the register."""
    about: str
    entered: bool
    """It had none before."""
    changes: tuple[tuple[str, str, str], ...]
    """Field, words before, words now."""


@dataclass(slots=True)
class BroughtBack:
    """The outcome of a list."""

    file: str
    """Path of the register."""
    rows: list[RowBack] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """Faults of the rows that were left as they were."""
    unchanged: int = 0
    gone: int = 0
    """Rows that were written and are not there any more; nothing is taken out of the register for them."""
    written: bool = False


def bring_back(
    folder: CustomerFolder, book: Book, mark: Mark, day: dt.date | None, lang: Lang, *, dry_run: bool = False
) -> BroughtBack:
    """Take the changed rows of an improvement list into the register; `day` is the day on which new entries are
    entered. With `dry_run` nothing is written.

    Raises: InvalidInput where the list is another customer's, its sheet is gone, a row needs the day and there is none,
    or the register has changed meanwhile.
    """
    _refuse(folder, book, mark)
    rows = returned_rows(book, mark, ABOUT)
    found = BroughtBack((folder.path / "register.yaml").as_posix())
    found.gone = len({each.key for each in mark.rows} - {each.written.key for each in rows if each.written})
    draft, taken = register_draft(folder, lang), dict[tuple[str, str], ReturnedRow]()
    for each in rows:
        row = _Row(each, book, mark, folder, day)
        if row.is_unchanged:
            found.unchanged += 1
            continue
        first = taken.setdefault(row.key, each)
        if first is not each:
            found.problems.append(row.problem("code", "list-row-twice", line=first.line))
            continue
        draft = row.taken(draft, found)
    if not dry_run:
        found.written = write_register(folder, draft)
    return found


def _refuse(folder: CustomerFolder, book: Book, mark: Mark) -> None:
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        raise InvalidInput(
            [Problem(file=folder.path.as_posix(), code="version-is-kept", facts=facts(root=root.as_posix()))]
        )
    if mark.keys != len(ABOUT):
        raise InvalidInput([Problem(file=book.label, code="book-unmarked")])
    if mark.fact("customer") != folder.dossier.folder:
        told = facts(found=mark.fact("customer") or "–", folder=folder.dossier.folder)
        raise InvalidInput([Problem(file=book.label, code="book-other-customer", facts=told)])


@dataclass(frozen=True)
class _Row:
    """One row of the sheet beside the register."""

    row: ReturnedRow
    book: Book
    mark: Mark
    folder: CustomerFolder
    day: dt.date | None

    @property
    def is_unchanged(self) -> bool:
        return self.row.written is not None and not any(
            self.row.changed(name) for name in self.row.cells if name not in FREE
        )

    @property
    def key(self) -> tuple[str, str]:
        """Code and subject; of a row somebody has added, as far as they are known."""
        if self.row.written is not None:
            code, subject = self.row.written.key
            return code, subject
        words = self.row.cells["subject"].text
        inside = words.rstrip("）)").replace("（", "(").rpartition("(")[2]
        subject = next((each for each in (words, inside) if each and knows(self.folder, each)), words)
        return plain(self.row.cells["code"].text).upper(), subject

    def problem(self, name: str, problem: str, /, **told: object) -> Problem:
        return self.row.problem(self.book.label, name, problem, facts(**told))

    def taken(self, draft: RegisterDraft, found: BroughtBack) -> RegisterDraft:
        """Return the draft with the row in it; as it was where something of the row is wrong, which `found` says."""
        values, problems = self._values()
        if not problems:
            problems = list(self._unknown() if self.row.written is None else self._conflicts(draft, values))
        if not problems:
            number, after = self._entered(draft, values)
            problems = list(self._misfits(number, after))
        if problems:
            found.problems += problems
            return draft
        before = draft.register.entries.get(number)
        changes = tuple(_changes(before, after.register.entries[number]))
        if not changes:
            found.unchanged += 1
            return draft
        found.rows.append(RowBack(self.row.line, number, " ".join(self.key), before is None, changes))
        return after

    def _values(self) -> tuple[dict[str, str], list[Problem]]:
        """Return the fields of the register somebody has given, and what is wrong with the cells."""
        values, problems = dict[str, str](), list[Problem]()
        for name, cell in self.row.cells.items():
            if name in FREE or (self.row.written is not None and not self.row.changed(name)):
                continue
            if cell.wrong:
                problems.append(self.problem(name, cell.wrong, value=cell.text))
            elif name in WRITABLE:
                value = self._value(name)
                if isinstance(value, Problem):
                    problems.append(value)
                elif value or self.row.written is not None:
                    values[FIELDS[name]] = value
            elif self.row.written is not None:
                problems.append(self.problem(name, "list-not-kept", before=self.row.before.get(name, "")[:80] or "–"))
        return values, problems

    def _value(self, name: str) -> str | Problem:
        """Return the field's value as the register writes it, or what is wrong."""
        cell = self.row.cells[name]
        if name == "status":
            return self._among(name, _STATUSES, "open")
        if name in ("unit", "person"):
            return self._owner()
        if name in ("due", "closed"):
            return self._day(name)
        return cell.text if len(cell.text) <= LONGEST else self.problem(name, "text-too-long", limit=LONGEST)

    def _among(self, name: str, words: dict[str, str], empty: str) -> str | Problem:
        said = self.row.cells[name].text
        if not said:
            return empty
        key = plain(said).replace("_", " ").replace("-", " ")
        if key in words:
            return words[key]
        near = get_close_matches(key, words, 1, 0.6)
        lang: Lang = "zh" if self.mark.fact("lang") == "zh" else "en"
        known = ", ".join(dict.fromkeys(word for word, value in words.items() if word in _shown(lang)))
        return self.problem(name, "not-allowed", value=said[:80], near=near[0] if near else "none", allowed=known)

    def _owner(self) -> str | Problem:
        """Return the owner: the side where somebody has named it, and the person."""
        person, before = self.row.cells["person"], self.row.before
        if person.wrong or self.row.cells["unit"].wrong:
            return ""
        side = self._among("unit", _SIDES, "")
        if isinstance(side, Problem):
            return side
        said_now = self.row.written is None or self.row.changed("unit")
        if len(person.text) > LONGEST // 2:
            return self.problem("person", "text-too-long", limit=LONGEST // 2)
        return owner_words(side if said_now or not before.get("person") or person.text else "", person.text)

    def _day(self, name: str) -> str | Problem:
        cell = self.row.cells[name]
        if not cell.text:
            return ""
        try:
            return _DAY.validate_python(day_words(cell, self.book.first_day) or "").isoformat()
        except ValidationError:
            return self.problem(name, "date", value=cell.text[:80])

    def _unknown(self) -> Iterator[Problem]:
        """Yield why a row somebody has added cannot be an entry."""
        code, subject = self.key
        if not code and not subject:
            yield self.problem("code", "list-row-unknown")
        elif code not in CODES or code == ITS_OWN:
            near = get_close_matches(code, CODES, 1, 0.6)
            yield self.problem("code", "register-code", code=code[:80], near=near[0] if near else "none")
        elif not knows(self.folder, subject):
            yield self.problem("subject", "register-subject", subject=subject[:80], near="none")

    def _conflicts(self, draft: RegisterDraft, values: dict[str, str]) -> Iterator[Problem]:
        """Yield that the register says something else by now than when the list was written, unless it says what the
        row wants."""
        assert self.row.written is not None
        number = _number(draft, self.key)
        entry = draft.register.entries[number] if number else None
        if listed_state(entry) == self.row.written.state:
            return
        now = {name: _words(getattr(entry, name)) if entry else "" for name in values}
        if any(now[name] != value for name, value in values.items()):
            said = "; ".join(f"{name}: {value or '–'}" for name, value in now.items())
            yield self.problem("code", "list-conflict", number=number or "–", now=said[:200])

    def _entered(self, draft: RegisterDraft, values: dict[str, str]) -> tuple[str, RegisterDraft]:
        """Return the entry's number and the draft with the row in it."""
        number = _number(draft, self.key)
        if number:
            entry = draft.register.entries[number]
            given = {name: value for name, value in values.items() if _words(getattr(entry, name)) != value}
            return number, draft.changed(number, **given)
        if self.day is None:
            raise wrong_argument("--as-of", "argument-import-day", row=self.row.line)
        scenario = self.mark.fact("scenario") if self.row.written else ""
        scenario = scenario if scenario in find_scenarios(self.folder.path) else ""
        clause, seed = self.row.cells["clause"].text, self.mark.fact("seed")
        code, subject = self.key
        number = draft.next_number()
        made = draft.entered(
            number, code=code, subject=subject, clause=clause if clause in clauses(self.folder) else "",
            scenario=scenario, seed=int(seed) if seed.isdecimal() else 1, day=self.day,
        )  # fmt: skip
        return number, made.changed(number, **{name: value for name, value in values.items() if value})

    def _misfits(self, number: str, after: RegisterDraft) -> Iterator[Problem]:
        """Yield what the rules of the register say against the row."""
        columns = {value: name for name, value in FIELDS.items()} | {"owner": "person", "subject": "subject"}
        for each in draft_misfits(after, self.folder):
            path = undotted(after.document.tree, each.field)
            if path and path[0] == number:
                name = columns.get(str(path[1]) if len(path) > 1 else "", "code")
                yield replace(self.problem(name, each.code), facts=each.facts)


def _number(draft: RegisterDraft, key: tuple[str, str]) -> str | None:
    return next((name for name, entry in draft.register.entries.items() if entry.key == key), None)


def _words(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def _changes(before: Entry | None, after: Entry) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys(FIELDS.values()):
        old, new = _words(getattr(before, name)) if before else "", _words(getattr(after, name))
        if old != new:
            yield name, old, new


def _spoken(ids: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return value by word, in every language, and by the value itself."""
    found = {}
    for value, message in ids:
        found[value.replace("_", " ")] = value
        found |= {plain(text(lang, message)): value for lang in LANGS}
    return found


_STATUSES = _spoken(
    (each, f"form-status-{each.replace('_', '-')}") for each in ("open", "in_progress", "done", "verified", "rejected")
)
_SIDES = _spoken((each, f"report-owner-{each}") for each in OWNER_SIDES)


def _shown(lang: Lang) -> frozenset[str]:
    """Return the words of a language."""
    messages = [f"form-status-{each.replace('_', '-')}" for each in set(_STATUSES.values())]
    messages += [f"report-owner-{each}" for each in OWNER_SIDES]
    return frozenset(plain(text(lang, each)) for each in messages)


__all__ = ["IMPROVEMENT_LIST", "BroughtBack", "RowBack", "bring_back"]
