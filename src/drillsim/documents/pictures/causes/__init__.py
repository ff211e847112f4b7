"""The dependency picture of one failure: which thing failed because of which, read out of the journal, left to right by
time.

A node is something that failed: a fault, a trip, a section gone dead, loads dark, a function lost, harm. A line runs
from what failed to what failed because of it. A thing that failed again for the same reasons is drawn once and counted;
siblings with the same causes and the same consequences stand in one box.
"""

from drillsim.documents.pictures.causes.picture import causes

__all__ = ["causes"]
