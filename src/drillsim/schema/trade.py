"""The trades people are trained in. A change gives work to people of the same trade; another trade is trained for it at
most, and only where both work on the plant."""

from __future__ import annotations

from typing import Annotated, Literal

from drillsim.schema.spoken import TRADE

Trade = Literal[
    "electrician",
    "process",
    "it",
    "clinical",
    "fire",
    "fuel",
    "dispatch",
    "transport",
    "security",
    "management",
    "other",
]
StatedTrade = Annotated[Trade, TRADE]

ON_THE_PLANT: tuple[Trade, ...] = ("electrician", "process")
"""Trades one of which may be trained for work of the other."""
ELECTRICIAN = "电工"
"""Certificates of which this is a part are an electrician's."""
