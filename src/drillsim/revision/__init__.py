"""The changes after a run, and the proof: recommendations, edits, runs again with the same luck."""

from drillsim.revision.apply import Edited, edit_folder
from drillsim.revision.edition import OTHER_VERSION, scenario_in, with_edition
from drillsim.revision.joined import chosen, joined
from drillsim.revision.next_version import PLAN, is_minor, next_version, version_edits
from drillsim.revision.on_record import changes_of, changes_text
from drillsim.revision.pool import pool
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation

__all__ = [
    "OTHER_VERSION",
    "PLAN",
    "AssumedEffect",
    "Edited",
    "FileEdit",
    "Recommendation",
    "changes_of",
    "changes_text",
    "chosen",
    "edit_folder",
    "is_minor",
    "joined",
    "next_version",
    "pool",
    "scenario_in",
    "version_edits",
    "with_edition",
]
