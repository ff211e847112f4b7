"""drillsim: runs a customer's contingency plan against faults, people and physics, and says where it breaks.

For scripts and notebooks:

>>> import drillsim
>>> plan = drillsim.load(drillsim.shipped("central-hospital"))
>>> result = plan.run("source-lost-day", proofs=False)
>>> result.document.status
'completed'
>>> [each.id for each in result.verdicts if each.verdict == "missed"]
[]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from drillsim.version import __version__

if TYPE_CHECKING:
    from drillsim.errors import DrillsimError, InvalidInput
    from drillsim.use.campaign_result import Campaign
    from drillsim.use.plan import Plan, load, shipped
    from drillsim.use.result import Result

_FROM = {
    "Campaign": "drillsim.use.campaign_result",
    "DrillsimError": "drillsim.errors",
    "InvalidInput": "drillsim.errors",
    "Plan": "drillsim.use.plan",
    "Result": "drillsim.use.result",
    "load": "drillsim.use.plan",
    "shipped": "drillsim.use.plan",
}
"""Module each name comes from: imported when it is asked for, so that `import drillsim` stays light."""

__all__ = ["Campaign", "DrillsimError", "InvalidInput", "Plan", "Result", "__version__", "load", "shipped"]


def __getattr__(name: str) -> object:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
