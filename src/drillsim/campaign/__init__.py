"""Many runs: every fault and the scenario library by hour, with draws of luck, on any executor.

    failures(dossier)            everything that can go wrong, one at a time
    Spec, units(dossier, spec)   which cases are played, in the order in which they are counted
    play_unit(runner, spec, unit) the rows of one unit, the same wherever it is played
    run(...)                     all units on an executor, rows streamed to the disk, resumable

A campaign takes a plan and variants of it; it never proposes one.
"""

from drillsim.campaign.case import case_of, name_of
from drillsim.campaign.estimate import estimate
from drillsim.campaign.execution import Executed, How, Progress, execute
from drillsim.campaign.failure import Failure, failures
from drillsim.campaign.recorded import CaseDraw, recorded_cases, recorded_spec
from drillsim.campaign.replay import case_named, play_again, scenario_tree
from drillsim.campaign.required import Asked, CampaignCase, Played, WrittenCase, required_units
from drillsim.campaign.rest import at_rest
from drillsim.campaign.rested_on import Key, asked_in, read_by_plan
from drillsim.campaign.result import CampaignResult, SubjectAnswer, WorstCase
from drillsim.campaign.run import chunk_size, first_batch_there, units_a_batch, units_there
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import HOUR_NAMES, Hour, HourName, Spec, hours_of
from drillsim.campaign.store import EXACT, MARKER, Store, batch_name, begin, resume
from drillsim.campaign.unit import Unit, addable, unit_count, units
from drillsim.campaign.workers import Dask, OneProcess, Processes, Workers

__all__ = [
    "EXACT",
    "HOUR_NAMES",
    "MARKER",
    "Asked",
    "CampaignCase",
    "CampaignResult",
    "CaseDraw",
    "Dask",
    "Executed",
    "Failure",
    "Hour",
    "HourName",
    "How",
    "Key",
    "OneProcess",
    "Played",
    "Processes",
    "Progress",
    "Runner",
    "Spec",
    "Store",
    "SubjectAnswer",
    "Unit",
    "Workers",
    "WorstCase",
    "WrittenCase",
    "addable",
    "asked_in",
    "at_rest",
    "batch_name",
    "begin",
    "case_named",
    "case_of",
    "chunk_size",
    "estimate",
    "execute",
    "failures",
    "first_batch_there",
    "hours_of",
    "name_of",
    "play_again",
    "read_by_plan",
    "recorded_cases",
    "recorded_spec",
    "required_units",
    "resume",
    "runner_of",
    "scenario_tree",
    "unit_count",
    "units",
    "units_a_batch",
    "units_there",
]
