"""New plan wording: a text of the catalogue with the customer's own names in it, in both languages; people are called
by their roles.

Facts are ids, lists of ids, or milliseconds under names that end in `_ms`; each becomes words of its language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from drillsim.schema import Dossier, Words, item_of, names, role_names
from drillsim.texts import Lang, duration_text, list_text, text


class Naming:
    """The names of one customer's things."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        return {**dict(names(self._dossier)), **dict(role_names(self._dossier))}

    def of(self, name: str, lang: Lang) -> str:
        """The name of the thing with this id; the id itself where it has none."""
        for stem in ("restart", "safe-stop"):  # no step of the plan, but what is done to a function
            if name.startswith(f"{stem.replace('-', '_')}["):
                return text(lang, f"report-{stem}", what=self.of(item_of(name), lang))
        found = self._words.get(name)
        return (found.says(lang) if found else "") or name

    def words(self, message_id: str, **facts: object) -> Words:
        """The text `revision-<message_id>` in both languages."""
        return Words(zh=self._said("zh", message_id, facts), en=self._said("en", message_id, facts))

    def _said(self, lang: Lang, message_id: str, facts: Mapping[str, object]) -> str:
        told = {name: self._fact(lang, name, value) for name, value in facts.items()}
        return text(lang, f"revision-{message_id}", **told)

    def _fact(self, lang: Lang, name: str, value: object) -> object:
        if isinstance(value, int) and name.endswith("_ms"):
            return duration_text(lang, value)
        if isinstance(value, tuple):
            return list_text(lang, list(dict.fromkeys(self.of(str(each), lang) for each in value)))
        if isinstance(value, Words):
            return value.says(lang)
        return self.of(value, lang) if isinstance(value, str) else value
