"""Message id and facts in, sentence out.

Files are split into entries by their first columns, which takes a millisecond, and an entry is parsed when it is
first asked for: a command that prints five sentences does not pay for five hundred.

Facts go in as words: whoever calls has already written them with their unit. Whole numbers alone stay numbers,
because English needs their plural (`{ $n -> [one] … *[other] … }`); they print without thousands separators in both
languages. A missing text or fact is our fault and raises; no placeholder ever reaches a reader.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.types import FluentNone, FluentNumber

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
_REFERENCE = re.compile(r"[{(,]\s*(-?[a-zA-Z][\w-]*)\s*[(}]", re.ASCII)
_LONGEST_PART = 100_000


class TextError(LookupError):
    """The catalogue lacks a text, or a text lacks a fact: a fault of the program, never of the planner's files."""


def text(lang: Lang, message_id: str, /, **facts: object) -> str:
    """The words of `message_id` in `lang`, filled in with `facts`.

    Facts a text does not use are ignored, so one set of facts serves every language.
    Raises: TextError for an unknown id or a fact that is missing.
    """
    bundle = _bundle(lang)
    _load(lang, bundle, message_id)
    pattern = bundle.get_message(message_id).value
    assert pattern is not None  # the files have no messages that are attributes only: a test holds it
    words, errors = bundle.format_pattern(pattern, {name: _fact(value) for name, value in facts.items()})
    if errors or not isinstance(words, str):
        raise TextError(f"{lang}/{message_id}: {'; '.join(map(str, errors))}; facts given: {sorted(facts)}")
    return words


def has(message_id: str) -> bool:
    """Return whether every language has a text of that id."""
    return all(message_id in _entries(lang) for lang in LANGS)


def message_ids() -> tuple[str, ...]:
    """Every id of every language, sorted. Terms (`-word`), which only texts use, are not among them."""
    return tuple(sorted({each for lang in LANGS for each in _entries(lang) if not each.startswith("-")}))


@cache
def _entries(lang: Lang) -> dict[str, str]:
    entries: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / lang).glob("*.ftl")):
        content = file.read_text(encoding="utf-8")
        starts = list(_ENTRY.finditer(content))
        ends = [*(start.start() for start in starts[1:]), len(content)]
        for start, end in zip(starts, ends, strict=True):
            if start[1] in entries:
                raise TextError(f"{lang}/{file.name}: {start[1]} stands twice in the catalogue")
            entries[start[1]] = content[start.start() : end]
    return entries


@cache
def _bundle(lang: Lang) -> FluentBundle:
    from fluent.runtime import FluentBundle, resolver

    # The library cuts long parts to guard against texts of strangers; ours are our own, clauses may be long.
    resolver.MAX_PART_LENGTH = _LONGEST_PART
    return FluentBundle([lang], use_isolating=False)


def _load(lang: Lang, bundle: FluentBundle, message_id: str) -> None:
    """Parses `message_id` and what it refers to, once."""
    if bundle.has_message(message_id):
        return
    entries = _entries(lang)
    if message_id not in entries:
        raise TextError(f"{lang}/{message_id}: no such text")
    pending, seen = [message_id], {message_id}
    while pending:
        source = entries[pending.pop()]
        _add(lang, bundle, source)
        found = [each for each in _REFERENCE.findall(source) if each in entries and each not in seen]
        seen.update(found)
        pending.extend(found)


def _add(lang: Lang, bundle: FluentBundle, source: str) -> None:
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise TextError(f"{lang}: not Fluent: {entry.content!r}")
    bundle.add_resource(resource)


def _fact(value: object) -> str | FluentNumber | FluentNone:
    if isinstance(value, int) and not isinstance(value, bool):
        from fluent.runtime.types import fluent_number

        return fluent_number(value, useGrouping=False)
    return str(value)
