"""Dangerous states the plan's own steps can reach, with at most one slip: a step omitted, repeated, done on the
neighbouring device, or refused by its device. No time, no people: positions, earths and proofs alone."""

from drillsim.checks.reachable.danger import Danger
from drillsim.checks.reachable.search import Searched, TooMany, dangers, searched

__all__ = ["Danger", "Searched", "TooMany", "dangers", "searched"]
