from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[2]


def answered(rows: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "helpers.many_rows", str(rows)],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), os.environ.get("PYTHONPATH", "")))},
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is read as Unix tells it")
@pytest.mark.full
def test_a_million_rows_are_answered_in_less_than_a_gigabyte() -> None:
    found = answered(1_000_000)
    assert found["rows"] >= 1_000_000
    assert found["sets"] > 1_000
    assert found["peak_mb"] < 1_000
