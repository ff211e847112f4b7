"""Planted defects: sound plans, each spoiled in one place, and whether the weak point is named there.

`operators` spoil a plan and state beforehand which weak point must be found where; `grade` alone says what counts as
found, as a false alarm and as repaired; `run` is the command.
"""
