"""Words of the screen and of the trade that are no code, field or verb: severities, outcomes, and what plans speak of.

Each has its names in both languages (`term-<id>`, parted by semicolons) and what it means (`term-<id>-means`).
"""

from __future__ import annotations

from drillsim.texts import LANGS, Lang, text

TERMS: tuple[str, ...] = (
    "severity-a", "severity-b", "severity-c", "bound", "unknown", "pass", "fail", "not-applicable", "must", "should",
    "proposed", "not-rerun", "worst-outage", "costliest-wait", "endurance", "protected", "untested", "key-account",
    "important-user", "load-grade", "grade-1s", "security-load", "security-supply", "standby-supply",
    "emergency-supply", "own-supply", "measures", "dual-source", "dual-circuit", "independent-dual-source",
    "boundary", "mode", "bus-tie", "incomer", "isolator", "bzt", "ats", "sts", "under-voltage-release", "dip",
    "diesel-genset", "mobile-genset", "connection-box", "ups", "back-feeding", "interlocking", "five-preventions",
    "prove-dead-and-earth", "switching-order", "work-permit", "supervision", "read-back", "dual-number",
    "dispatch-relation", "account-manager", "one-customer-one-plan", "response-card", "joint-drill",
    "rolling-revision", "edition", "weak-point", "common-cause", "n-1", "mtpd", "allowed-interruption", "shedding",
    "contact-tree", "preventive-test",
)  # fmt: skip
"""Every term, what is on the screen first."""


def names_of(term: str, lang: Lang) -> tuple[str, ...]:
    """Return the names of `term` in `lang`; the first is its title."""
    return tuple(name.strip() for name in text(lang, f"term-{term}").split(";"))


def words_of(term: str) -> tuple[str, ...]:
    """Return the names of `term` in every language."""
    return tuple(name for lang in LANGS for name in names_of(term, lang))
