"""The changes after a run, and the proof: recommendations, edits, runs again with the same luck."""

from drillsim.revision.apply import Edited, edit_folder
from drillsim.revision.edition import OTHER_VERSION, scenario_in, with_edition
from drillsim.revision.edition_edits import beside_edition, written_into
from drillsim.revision.joined import chosen, joined
from drillsim.revision.minor import NewPosts, is_minor, new_posts
from drillsim.revision.next_version import PLAN, next_version, version_edits
from drillsim.revision.on_record import changes_of, changes_text
from drillsim.revision.own_ids import ids_of, with_own_ids
from drillsim.revision.pool import pool
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation

__all__ = [
    "OTHER_VERSION",
    "PLAN",
    "AssumedEffect",
    "Edited",
    "FileEdit",
    "NewPosts",
    "Recommendation",
    "beside_edition",
    "changes_of",
    "changes_text",
    "chosen",
    "edit_folder",
    "ids_of",
    "is_minor",
    "joined",
    "new_posts",
    "next_version",
    "pool",
    "scenario_in",
    "version_edits",
    "with_edition",
    "with_own_ids",
    "written_into",
]
