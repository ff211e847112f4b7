"""Files to values and back: reading with line numbers, rules between files, edits that leave every other byte alone.

`load_customer` and `load_scenario` are the doors; both raise `InvalidInput` with every problem at once.
"""

from drillsim.files.folder import CustomerFolder, assemble, load_customer, read_customer
from drillsim.files.scenario_file import ScenarioFile, find_scenarios, load_scenario, scenario_path

__all__ = [
    "CustomerFolder",
    "ScenarioFile",
    "assemble",
    "find_scenarios",
    "load_customer",
    "load_scenario",
    "read_customer",
    "scenario_path",
]
