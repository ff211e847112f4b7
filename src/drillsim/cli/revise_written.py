"""The lines on the screen after changes were written: the version, its approval, editions, register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.use.apply_revision import Applied


def written_lines(applied: Applied, lang: Lang) -> list[str]:
    """The lines that say which version stands now, what was written, and what has still to be done by people."""
    return list(_lines(applied, lang))


def _lines(applied: Applied, lang: Lang) -> Iterator[str]:
    edition = applied.folder.edition
    facts = {"n": len(applied.changes), "files": list_text(lang, applied.written), "kept": applied.kept.as_posix()}
    if edition is not None:
        yield text(lang, "revise-written-edition", name=edition.id, version=applied.new, **facts)
        yield text(lang, "revise-written-edition-why")
        return
    yield text(lang, "revise-written", old=applied.old, new=applied.new, **facts)
    yield text(lang, "revise-written-minor" if applied.minor else "revise-written-approval")
    posts = [*applied.posts.people, *applied.posts.roles]
    if posts:
        yield text(lang, "revise-written-posts", names=list_text(lang, posts))
    register = applied.register
    if register.done:
        yield text(lang, "revise-written-done", names=list_text(lang, register.done))
    if register.in_progress:
        yield text(lang, "revise-written-in-progress", names=list_text(lang, register.in_progress))
    yield from _editions(applied, lang)


def _editions(applied: Applied, lang: Lang) -> Iterator[str]:
    found = applied.editions
    facts = {"old": applied.old, "new": applied.new}
    if found.names:
        yield text(lang, "revise-written-carried", names=list_text(lang, found.names), **facts)
    for name, ids in found.otherwise.items():
        yield text(lang, "revise-written-otherwise", name=name, ids=list_text(lang, ids))
    if found.over:
        yield text(lang, "revise-written-over", names=list_text(lang, found.over), **facts)
    if found.others:
        yield text(lang, "revise-written-others", names=list_text(lang, found.others), **facts)
