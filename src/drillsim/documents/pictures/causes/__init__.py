"""The dependency picture of one failure: what failed because of what, read out of the journal, left to right by time.

A node is something that failed: a fault, a trip, a section gone dead, loads dark, a function lost, harm. A line runs
from what failed to what failed because of it. What failed again for the same reasons is drawn once and counted;
siblings with the same causes and the same consequences stand in one box.
"""

from drillsim.documents.pictures.causes.picture import causes

__all__ = ["causes"]
