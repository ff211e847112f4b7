"""The smallest set of changes with which every protected load and function meets its limit in every required case.

    search(folder, wanted, …) -> Searched   the whole job
    choose(question, pool)                  the choice itself, whatever is asked

Sets are tried together, for two good changes can collide and two useless ones can help together.
"""

from drillsim.revision.smallest.answer import Answer, AtOdds, HeldBack, Searched, Unmet
from drillsim.revision.smallest.search import Wanted, search
from drillsim.revision.smallest.told import ENDURANCE

__all__ = ["ENDURANCE", "Answer", "AtOdds", "HeldBack", "Searched", "Unmet", "Wanted", "search"]
