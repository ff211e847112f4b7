"""The number of the next version, in the ways planners write one."""

from __future__ import annotations

from typing import Literal

import pytest

from drillsim.revision.next_version import next_version
from helpers.small_customer import small_customer


@pytest.mark.parametrize(
    ("version", "minor", "text", "draft"),
    [
        ("3.1", "3.2", "4.0", "3.2"),
        ("3.9", "3.10", "4.0", "3.10"),
        ("3", "3.1", "4", "3.1"),
        ("1.2.3", "1.2.4", "1.3.0", "1.2.4"),
        ("V3.1", "V3.2", "V4.0", "V3.2"),
        ("第3版", "第3.1版", "第4版", "第3.1版"),
        ("2026.1", "2026.2", "2026.2", "2026.2"),
        ("2026-09", "2026-10", "2026-10", "2026-10"),
        ("2026", "2026.1", "2026.1", "2026.1"),
        ("3.1(试行)", "3.2(试行)", "4.0(试行)", "3.2(试行)"),
        ("first", None, None, None),
        ("3.1 of 2026", None, None, None),
    ],
)
def test_it_is_raised_as_it_is_written(version: str, minor: str | None, text: str | None, draft: str | None) -> None:
    def after(status: Literal["approved", "draft"], *, people_only: bool) -> str | None:
        plan = small_customer().plan.model_copy(update={"version": version, "status": status})
        return next_version(plan, minor=people_only)

    assert after("approved", people_only=True) == minor
    assert after("approved", people_only=False) == text
    assert after("draft", people_only=False) == draft
