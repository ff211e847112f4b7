"""The words on every page of a paper that is used in earnest: the plan's status, not that of a drill."""

from __future__ import annotations

from drillsim.texts import Lang, text

IN_FORCE = "approved"
"""Status of a plan people act by: its papers bear no word across the page."""


def plan_mark(lang: Lang, status: str) -> str:
    """Return the status of a plan in words."""
    return text(lang, f"form-plan-status-{status.replace('_', '-')}")
