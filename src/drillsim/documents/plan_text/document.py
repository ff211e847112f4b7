"""The papers of a plan: the clean copy, and the copy with every change word for word.

A copy with changes in it that nobody has approved says so on its first page and in its running mark: it is a draft for
the meeting. The product never sets a plan approved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    contents,
    row,
)
from drillsim.documents.plan_text.part import PlanPart, plan_parts
from drillsim.documents.plan_text.status import IN_FORCE, plan_mark
from drillsim.documents.plan_text.word_changes import changed_cell, gone_cell, new_cell
from drillsim.schema import Compiled
from drillsim.texts import Lang, text

Origin = Literal["as_it_is", "supported", "searched", "recorded"]
"""Where the new version comes from: no other version; changes a run supports one by one; a set of changes a search has
verified together; changes that were written into the files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supported:
    """One change in words, for the list of changes."""

    id: str
    place: str
    old: str
    new: str
    reason: str
    basis: str
    """Its support: before and after, and the moments it rests on."""
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A plan and what became of it, in one language."""

    lang: Lang
    old: Compiled
    new: Compiled
    origin: Origin
    made: tuple[Supported, ...] = ()
    """Changes that stand in the new version."""
    left: tuple[Supported, ...] = ()
    """Supported changes that do not: they are no wording, or do not go together with those before them."""
    unproved: bool = False
    """True where changes were not played again, or not all of them."""

    def t(self, name: str, /, **facts: object) -> str:
        """Return a text of the forms."""
        return text(self.lang, f"form-{name}", **facts)

    @property
    def parts(self) -> tuple[PlanPart, ...]:
        """Return the parts of the new version."""
        return plan_parts(self.new, self.lang)


def clean_copy(of: Versions) -> Document:
    """The plan as it reads with all changes made."""
    body = list(_with_cards(of, [(part, list(_clean(of, part))) for part in of.parts]))
    blocks = [*_front(of), *_contents(of, body), *body, *_signing(of)]
    return _document(of, "plan", blocks)


def changed_copy(of: Versions) -> Document:
    """The plan with what is gone struck through and what is new underlined, after the list of the changes."""
    old = {part.key: part for part in plan_parts(of.old, of.lang)}
    new = {part.key: part for part in of.parts}
    order = _in_order(list(old), list(new))
    marked = [(new.get(key) or old[key], list(_marked(of, old.get(key), new.get(key)))) for key in order]
    body = list(_with_cards(of, marked))
    changed = [(old.get(key) or new[key]).title for key in order if _differs(old.get(key), new.get(key))]
    blocks = [
        *_front(of),
        *([Callout(of.t("nothing-changed-here"), "open")] if of.origin == "as_it_is" else []),
        *([Callout(of.t("not-all-re-run"), "open")] if of.unproved else []),
        Paragraph(of.t("how-marked"), tone="strong"),
        Paragraph(of.t("changed-parts", n=len(changed), parts="; ".join(changed) or of.t("none")), tone="small"),
        *_list(of, of.t("changes-made", n=len(of.made)), of.made),
        *_list(of, of.t("changes-left", n=len(of.left)), of.left),
        *([Paragraph(of.t("left-why"), tone="small")] if of.left else []),
        *_contents(of, body),
        *body,
        *_signing(of),
    ]
    return _document(of, "plan-changes", blocks)


def _document(of: Versions, kind: str, blocks: Sequence[Block]) -> Document:
    customer, plan = of.new.customer, of.new.plan
    version = of.old.plan.version if of.origin in ("supported", "searched") else plan.version
    status = "draft" if of.origin in ("supported", "searched") else plan.status
    head = of.t("head", customer=customer.name.says(of.lang), plan=plan.id, version=version)
    return Document(
        kind=kind, lang=of.lang, title=of.t(f"title-{kind}", customer=customer.name.says(of.lang)), head=head,
        mark=plan_mark(of.lang, status), stamped=status != IN_FORCE,
        classification=of.t("classification"), blocks=tuple(blocks), landscape=True,
    )  # fmt: skip


def _front(of: Versions) -> Iterator[Block]:
    customer, plan, old = of.new.customer, of.new.plan, of.old.plan
    versions = plan.version if of.origin == "as_it_is" else of.t("from-to", old=old.version, new=plan.version)
    if of.origin in ("supported", "searched"):
        versions = of.t("from-to-draft", old=old.version)
    day = plan.effective.isoformat() if plan.effective else "—"
    review = plan.next_review.isoformat() if plan.next_review else "—"
    status = "draft" if of.origin in ("supported", "searched") else plan.status
    yield Facts((
        (of.t("customer"), customer.name.says(of.lang)),
        (of.t("plan-number"), plan.id), (of.t("plan-version"), versions),
        (of.t("plan-status"), plan_mark(of.lang, status)), (of.t("effective"), day), (of.t("next-review"), review),
        *([(of.t("version-reason"), plan.reason)] if plan.reason and of.origin in ("as_it_is", "recorded") else []),
    ))  # fmt: skip
    if of.origin != "as_it_is":
        yield Callout(of.t(f"origin-{of.origin}", n=len(of.made)), "open")


def _contents(of: Versions, body: Iterable[Block]) -> list[Block]:
    found: Contents = contents(body)
    return [Heading(of.t("contents")), found] if found.headings else []


def _signing(of: Versions) -> Iterator[Block]:
    yield Heading(of.t("signatures"))
    signed = tuple(
        row(text(of.lang, f"report-owner-{each.side}") if each.side != "government" else of.t("government"), each.role,
            each.name, each.date.isoformat(), "")
        for each in of.new.plan.sign_offs
    )  # fmt: skip
    columns = _columns(of, (("unit", 1.2), ("post", 2.0), ("name", 1.4), ("date", 1.2), ("signature", 2.0)))
    if of.origin in ("as_it_is", "recorded") and signed:
        yield Table(columns, signed)
        return
    yield Paragraph(of.t("not-yet-signed"), tone="small")
    yield Table(columns, tuple(row("", "", "", "", "") for _ in range(4)), room=True)


def _columns(of: Versions, named: Iterable[tuple[str, float]]) -> tuple[Column, ...]:
    return tuple(Column(of.t(f"column-{name}"), share) for name, share in named)


def _list(of: Versions, title: str, rows: Sequence[Supported]) -> Iterator[Block]:
    """Yield the list of changes, old and new wording whole."""
    if not rows:
        return
    yield Heading(title)
    columns = _columns(of, (
        ("number", 0.5), ("clause", 1.1), ("old", 2.6), ("new", 3.0), ("reason", 2.0), ("basis", 2.8), ("unit", 0.8),
    ))  # fmt: skip
    yield Table(columns, tuple(
        row(Cell(str(number), number), each.place, each.old, each.new, each.reason,
            "\n".join(part for part in (each.basis, of.t("numbered", id=each.id)) if part), each.owner)
        for number, each in enumerate(rows, 1)
    ))  # fmt: skip


# -- the parts ---------------------------------------------------------------------------------------------------------
def _heading(part: PlanPart, id_of: str) -> Heading:
    return Heading(part.title, 2 if part.is_card else 1, id_of)


def _with_cards(of: Versions, parts: Sequence[tuple[PlanPart, list[Block]]]) -> Iterator[Block]:
    """Yield the blocks of all parts, the cards under a heading of their own."""
    first = next((part.key for part, _ in parts if part.is_card), None)
    for part, blocks in parts:
        if part.key == first:
            yield Heading(of.t("part-cards"), 1, "part-cards")
        yield from blocks


def _clean(of: Versions, part: PlanPart) -> Iterator[Block]:
    yield _heading(part, f"part-{part.key}")
    if part.facts:
        yield Facts(part.facts)
    if part.rows:
        yield Table(_titled(part), tuple(row(*cells) for _, cells in part.rows))


def _titled(part: PlanPart) -> tuple[Column, ...]:
    return tuple(Column(title, share) for title, share in part.columns)


def _differs(old: PlanPart | None, new: PlanPart | None) -> bool:
    return old is None or new is None or (old.title, old.facts, old.rows) != (new.title, new.facts, new.rows)


def _marked(of: Versions, old: PlanPart | None, new: PlanPart | None) -> Iterator[Block]:
    part = new or old
    assert part is not None, "a key comes from one of them"
    if not _differs(old, new):
        yield from _clean(of, part)
        return
    yield _heading(part, f"part-{part.key}")
    if new is None or old is None:
        yield Callout(of.t("part-gone" if new is None else "part-new"), "bad" if new is None else "good")
    elif old.title != new.title:
        yield Paragraph(of.t("title-was", old=old.title), tone="small")
    yield from _marked_facts(of, old.facts if old else (), new.facts if new else ())
    rows = tuple(_marked_rows(dict(old.rows) if old else {}, dict(new.rows) if new else {}))
    if rows:
        yield Table(_titled(part), rows)


def _marked_facts(of: Versions, old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    if old == new:
        if new:
            yield Facts(new)
        return
    was, now = dict(old), dict(new)
    cells = [
        (Cell(name, tone="strong"), _cell(was.get(name), now.get(name))) for name in _in_order(list(was), list(now))
    ]
    yield Table(_columns(of, (("what", 1.0), ("wording", 6.0))), tuple(cells))


def _marked_rows(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> Iterator[tuple[Cell, ...]]:
    for key in _in_order(list(old), list(new)):
        was, now = old.get(key), new.get(key)
        width = len(now or was or ())
        yield tuple(_cell(was[place] if was else None, now[place] if now else None) for place in range(width))


def _cell(was: str | None, now: str | None) -> Cell:
    if was is None:
        return new_cell(now or "")
    return gone_cell(was) if now is None else changed_cell(was, now)


def _in_order(old: list[str], new: list[str]) -> list[str]:
    """Return the keys of both: in the order of the new, each that is gone behind the one it stood behind."""
    found = list(new)
    for place, key in enumerate(old):
        if key not in found:
            before = next((each for each in reversed(old[:place]) if each in found), None)
            found.insert(found.index(before) + 1 if before is not None else 0, key)
    return found


__all__ = ["Origin", "Supported", "Versions", "changed_copy", "clean_copy"]
