"""Causes of a ledger in words."""

from __future__ import annotations

from drillsim.documents.names import Names
from drillsim.documents.wording import reason_text
from drillsim.texts import text


def cause_words(names: Names, cause: str) -> str:
    """Return the words for a cause such as `wait:S303:travel`, with the names of what it is about."""
    kind, subject, *rest = cause.split(":")
    reason = {"reason": reason_text(names.lang, rest[0])} if rest else {}
    return text(names.lang, f"ledger-cause-{kind}", what=names.of(subject), **reason)
