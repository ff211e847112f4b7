"""Dangerous states the plan's own steps can reach, with at most one slip: a step omitted, repeated, or done on the
neighbouring device. No time, no people: positions, earths and proofs alone."""

from drillsim.checks.reachable.danger import Danger
from drillsim.checks.reachable.search import TooMany, dangers

__all__ = ["Danger", "TooMany", "dangers"]
