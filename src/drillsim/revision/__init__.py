"""The changes after a run, and the proof: recommendations, edits, runs again with the same luck."""

from drillsim.revision.pool import pool
from drillsim.revision.recommendation import AssumedEffect, Recommendation

__all__ = [
    "AssumedEffect",
    "Recommendation",
    "pool",
]
