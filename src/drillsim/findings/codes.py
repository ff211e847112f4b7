"""Every weak-point code there is, and what each rests on. The table behind `drillsim explain` and the README.

Titles and texts stand in the catalogue: `finding-<code>` (one sentence with its numbers), and `finding-<code>-title`,
`-means`, `-detected`, `-remedy`. A code that is listed but not implemented has its title alone: nothing looks for it
yet, so its absence from a report says nothing.

Source of the list: the project's table of weak points in seven families, from standards, drill reports and published
incidents as seen in public pages. `confidence` says how sure we are that the code's rule is what the trade means:
`seen` in a source, `own` knowledge not looked up, `derived` from several of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Need = Literal["files", "network", "run"]
Confidence = Literal["seen", "own", "derived"]


@dataclass(frozen=True, slots=True)
class Code:
    """One weak-point code."""

    code: str
    default: Literal["B", "C"]
    """Severity while it endangers no limit."""
    needs: tuple[Need, ...]
    source: str
    """Standard, or published case, the code comes from; short, as it is printed."""
    confidence: Confidence
    hazard: bool = False
    """Severity A whatever the clock says."""
    implemented: bool = True

    @property
    def family(self) -> str:
        """First letter: S supply, A automatics, G own supply, O operation, P people, D dependency, M management."""
        return self.code[0]


_RUN: tuple[Need, ...] = ("files", "network", "run")


def _run(code: str, default: Literal["B", "C"], source: str, confidence: Confidence, *, hazard: bool = False) -> Code:
    return Code(code, default, _RUN, source, confidence, hazard=hazard)


_ALL = (
    # supply
    _run("S01", "B", "GB 50052-2009 3.0.2; Atlanta airport 2017", "seen"),
    _run("S02", "B", "GB 50052-2009 3.0.2", "derived"),
    _run("S03", "B", "GB 50052-2009 3.0.2", "derived"),
    _run("S04", "B", "GB/T 12325-2008", "own"),
    _run("S05", "B", "电监安全〔2008〕43号; GB/Z 29328", "own"),
    _run("S06", "C", "practice", "own"),
    _run("S07", "B", "Heathrow 2025", "seen"),
    _run("S08", "B", "practice (beyond what the files say of the plant)", "own"),
    # automatic transfer and protection
    _run("A01", "B", "NaviSite 2010", "seen"),
    _run("A02", "B", "GB 51348-2019 5.9.1–5.9.2", "seen"),
    _run("A03", "B", "GB 51348-2019 5.9.2 (6)", "seen"),
    _run("A04", "B", "practice of protection grading", "own"),
    _run("A05", "B", "practice (晃电)", "own"),
    _run("A06", "B", "practice (cold-load pick-up)", "own"),
    _run("A07", "C", "practice", "own"),
    _run("A08", "B", "Ipswich hospital 2019; practice (DC supply)", "seen"),
    _run("A09", "C", "practice", "own"),
    # own emergency supply
    _run("G01", "B", "GB 12786; Oklahoma hospital 2012", "seen"),
    _run("G02", "B", "Rhode Island nursing home 2020; California hospital 2022", "seen"),
    _run("G03", "B", "JGJ 312-2013 4.4.5; Fuwai hospital Zhengzhou 2021", "seen"),
    _run("G04", "B", "NYU hospital 2012", "seen"),
    _run("G05", "B", "Zhengzhou hospital 2021", "seen"),
    _run("G06", "B", "GB/T 29328-2018 (starting and running all security load)", "own"),
    _run("G07", "C", "practice (wet stacking); NFPA 110 monthly test at 30 %", "own"),
    _run("G08", "B", "JGJ 312-2013 4.4.7", "seen"),
    _run("G09", "B", "GB 50174 (UPS at least 1.1 × load)", "seen"),
    _run("G10", "B", "care home inspection 2025", "seen"),
    _run("G11", "B", "GB 50052-2009 3.0.3", "derived"),
    _run("G12", "B", "GB 50052-2009 3.0.3", "seen"),
    _run("G13", "B", "GB/T 29328-2018 7.1", "own"),
    _run("G14", "B", "practice", "own"),
    # operation and safety
    _run("O01", "B", "电监安全〔2008〕43号; GB/T 29328", "own", hazard=True),
    _run("O02", "B", "five-prevention rules (五防)", "own", hazard=True),
    _run("O03", "B", "practice (synchronism)", "own", hazard=True),
    _run("O04", "B", "safety rules (停电、验电、接地、挂牌)", "own", hazard=True),
    _run("O05", "C", "dispatch agreement practice", "own"),
    _run("O06", "C", "safety rules (监护)", "own"),
    _run("O07", "C", "practice", "own"),
    _run("O08", "C", "plan lint PLN-02", "own"),
    # people and communication
    _run("P01", "C", "practice", "own"),
    _run("P02", "C", "ICS span of control; practice", "own"),
    _run("P03", "C", "practice", "own"),
    _run("P04", "C", "State Council order 599", "derived"),
    _run("P05", "C", "practice", "own"),
    _run("P06", "C", "practice", "own"),
    _run("P07", "B", "practice", "own"),
    _run("P08", "B", "practice (信息传达)", "own"),
    # process dependency
    _run("D01", "C", "Heathrow 2025", "seen"),
    _run("D02", "B", "GB 51348-2019 3.2.4", "seen"),
    _run("D03", "B", "Oklahoma hospital 2012", "seen"),
    _run("D04", "B", "practice", "own"),
    _run("D05", "B", "practice", "own"),
    _run("D06", "B", "practice (harm to people or plant)", "own"),
    # plan management
    _run("M01", "B", "GB/T 29639-2020", "derived"),
    _run("M02", "B", "plan lint PLN-03", "own"),
    _run("M03", "C", "ISO 22301 (RTO against MTPD); plan lint PLN-07", "own"),
    _run("M04", "C", "plan lint PLN-05", "own"),
    _run("M05", "C", "plan lint PLN-11", "own"),
    _run("M06", "B", "practice", "own"),
    _run("M07", "C", "practice", "own"),
    _run("M08", "C", "practice", "own"),
)

ITS_OWN = "M07"
"""The code that tells of corrections and of the register, and so is no entry of it."""

CODES: dict[str, Code] = {each.code: each for each in _ALL}
"""The codes by id, family by family."""
