"""Doing a step: who goes, what it does, whether it worked."""
