"""Ctrl-C stops a command wherever it lands."""

from __future__ import annotations

import sys
from _thread import interrupt_main
from threading import Timer

AGAIN_AFTER_S = 0.01


def never_lose_interrupts() -> None:
    """Makes Python raise a KeyboardInterrupt again that it has raised where nothing can leave: in a `__del__`, in a
    weak reference's callback. There Python prints it and goes on, and the run would end as if nobody had pressed
    Ctrl-C."""
    sys.unraisablehook = _again


def _again(lost: sys.UnraisableHookArgs) -> None:
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    timer = Timer(AGAIN_AFTER_S, interrupt_main)  # from here it would be lost once more: this is such a place, too
    timer.daemon = True
    timer.start()
