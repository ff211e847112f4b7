"""The facts of each weak-point code: one type a code, in seven families, and the registry."""

from __future__ import annotations

from drillsim.findings.facts.automatics import A01, A02, A03, A04, A05, A06, A07, A08, A09
from drillsim.findings.facts.base import Fact, Facts, Ids, YesNo, plain
from drillsim.findings.facts.dependency import D01, D02, D03, D04, D05, D06
from drillsim.findings.facts.management import M01, M02, M03, M04, M05, M06, M07, M08
from drillsim.findings.facts.operation import O01, O02, O03, O04, O05, O06, O07, O08
from drillsim.findings.facts.own_supply import G01, G02, G03, G04, G05, G06, G07, G08, G09, G10, G11, G12, G13, G14
from drillsim.findings.facts.people import P01, P02, P03, P04, P05, P06, P07, P08
from drillsim.findings.facts.supply import S01, S02, S03, S04, S05, S06, S07, S08

_ALL: tuple[type[Facts], ...] = (
    *(S01, S02, S03, S04, S05, S06, S07, S08),
    *(A01, A02, A03, A04, A05, A06, A07, A08, A09),
    *(G01, G02, G03, G04, G05, G06, G07, G08, G09, G10, G11, G12, G13, G14),
    *(O01, O02, O03, O04, O05, O06, O07, O08),
    *(P01, P02, P03, P04, P05, P06, P07, P08),
    *(D01, D02, D03, D04, D05, D06),
    *(M01, M02, M03, M04, M05, M06, M07, M08),
)

FACTS: dict[str, type[Facts]] = {each.__name__: each for each in _ALL}
"""The type of the facts of each code."""

__all__ = [
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09",
    "D01", "D02", "D03", "D04", "D05", "D06",
    "FACTS",
    "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G10", "G11", "G12", "G13", "G14",
    "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08",
    "O01", "O02", "O03", "O04", "O05", "O06", "O07", "O08",
    "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08",
    "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08",
    "Fact", "Facts", "Ids", "YesNo", "plain",
]  # fmt: skip
