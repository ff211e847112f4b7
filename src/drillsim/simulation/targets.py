"""Scenario targets stand in `drillsim.schema.target`, because file checks need them too; this is the old door."""

from drillsim.schema.target import resolve, unmatched

__all__ = ["resolve", "unmatched"]
