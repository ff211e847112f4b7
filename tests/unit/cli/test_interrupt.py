"""A Ctrl-C that lands where Python loses it is raised again."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import signal, time
from drillsim.cli.interrupt import never_lose_interrupts

{call}

class Solver:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
        sum(range(1000))

try:
    Solver()
    time.sleep(1)
    print("went on")
except KeyboardInterrupt:
    print("stopped")
"""


def outcome(call: str) -> tuple[str, str]:
    """What the script prints on standard output and standard error when Ctrl-C lands in a `__del__`."""
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(call=call)], capture_output=True, text=True, check=True)
    return done.stdout.strip(), done.stderr


def test_an_interrupt_in_a_destructor_stops_the_command() -> None:
    assert outcome("never_lose_interrupts()") == ("stopped", "")


def test_python_alone_loses_it() -> None:
    assert outcome("")[0] == "went on"


def test_other_errors_in_a_destructor_are_still_told() -> None:
    script = (
        "from drillsim.cli.interrupt import never_lose_interrupts as n\nn()\nclass A:\n def __del__(self): 1/0\nA()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "ZeroDivisionError" in done.stderr
