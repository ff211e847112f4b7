"""Values for the facts of a code, drawn from its type: every word of every list with every other, none, one and several
of what is counted, short and long times.

The values of two fields together are narrowed to what a rule can find (`TOGETHER`), and a field that is empty in one
form is empty there (`EMPTY`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, Literal, get_args, get_origin, get_type_hints

from drillsim.findings.facts import FACTS, Facts

COUNTS: Mapping[tuple[str, str], tuple[int, ...]] = {
    ("A05", "breakers"): (0, 1, 3),
    ("A05", "contactors"): (0, 1, 3),
    ("A05", "open"): (0, 1, 3),
    ("A06", "n"): (1, 3),
    ("G01", "attempts"): (1, 3),
    ("G08", "charged_percent"): (0, 50, 100),
    ("P03", "calls"): (1, 3),
    ("M01", "cards"): (1, 3),
    ("M06", "count"): (2, 3),
    ("M07", "days"): (1, 30),
}
"""Counts a text may put a plural to; a plan has a card at least, and one fault alone is not several."""
PERCENT_OF_BATTERY = ("G08", "percent")
TIMES = (200, 90_000, 7_500_000)
Given = Mapping[str, Any]
_GAVE_UP: Mapping[str, tuple[str, ...]] = {"failed": ("yes", "bypass"), "overheated": ("yes",)}

TOGETHER: Mapping[str, Callable[[Given], bool]] = {
    "A04": lambda f: f["what"] != "assumed" or f["neighbours"] == "no",
    "A05": lambda f: 0 < f["breakers"] + f["contactors"] >= f["open"],
    "A06": lambda f: f["what"] == "motors" or f["hit"] == "yes",
    "G04": lambda f: f["reason"] != "upstream_empty" or f["above"] != "none",
    "G09": lambda f: (
        f["known"] is not None
        if f["what"] == "overload"
        else f["known"] is None and f["stopped"] in _GAVE_UP[f["what"]]
    ),
    "O05": lambda f: (f["hazard"] == "") == (f["reason"] != ""),
    "O06": lambda f: (f["hazard"] == "") == (f["reason"] != ""),
}

EMPTY: Mapping[tuple[str, str], Callable[[Given], bool]] = {
    ("A01", "device"): lambda f: f["reason"] in ("maloperates", "disabled"),
    ("A02", "device"): lambda f: f["reason"] not in ("stuck", "interlock", "working_source_not_open"),
    ("A04", "failed"): lambda f: f["what"] == "assumed",
    ("A04", "feeder"): lambda f: f["neighbours"] == "no",
    ("A06", "struck"): lambda f: f["hit"] == "no",
    ("A08", "silent"): lambda f: f["acted"] == "yes",
    ("M02", "stalled"): lambda f: f["chain"] == "ends",
    ("M04", "numbers"): lambda f: f["what"] == "silent",
    ("M04", "targets"): lambda f: f["what"] == "strange",
    ("M05", "until"): lambda f: f["what"] == "waited",
    ("M07", "of_code"): lambda f: f["coded"] == "no",
    ("M07", "version"): lambda f: f["state"] != "reopened",
    ("O07", "step"): lambda f: f["what"] not in ("stuck", "failed", "left_out"),
    ("P01", "from_"): lambda f: f["reason"] == "nobody_on_duty",
    ("P02", "other"): lambda f: f["known"] == "no",
    ("P07", "awaited"): lambda f: f["kind"] == "circle",
}
"""Fields that are empty in a form of their text."""


def every_form(code: str) -> Iterator[Facts]:
    """Facts of `code` in every form its type allows."""
    hints = get_type_hints(FACTS[code])
    choices = {name: choice for name, hint in hints.items() if (choice := _choice(code, name, hint))}
    for number, picked in enumerate(product(*choices.values())):
        given = dict(zip(choices, picked, strict=True))
        if code in TOGETHER and not TOGETHER[code](given):
            continue
        free = {name: _value(code, name, hint, number, given) for name, hint in hints.items() if name not in choices}
        yield FACTS[code](**given, **free)


def words_of(hint: Any) -> tuple[Any, ...]:
    """The words of a field that takes one of a list; () for any other field."""
    kinds = (hint, *get_args(hint))
    return tuple(word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))


def _choice(code: str, name: str, hint: Any) -> tuple[Any, ...]:
    if (code, name) == PERCENT_OF_BATTERY:
        return (100.0, 80.0)
    if (code, name) == ("G04", "above"):
        return ("none", "x-above")
    none = (None,) if type(None) in get_args(hint) else ()
    return (*words_of(hint), *none, *COUNTS.get((code, name), ()))


def _value(code: str, name: str, hint: Any, number: int, given: Given) -> Any:
    empty = EMPTY.get((code, name))
    nothing = empty is not None and empty(given)
    marker = f"x-{name.strip('_').replace('_', '-')}"
    if hint == tuple[str, ...]:
        return () if nothing else tuple(f"{marker}-{place}" for place in range((3, 1)[number % 2]))
    if name.endswith("_ms"):
        return TIMES[number % len(TIMES)]
    return {str: "" if nothing else marker, int: 7, float: (12.5, 30.0)[number % 2]}[hint]
