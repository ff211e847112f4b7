"""Verdicts, weak points and what was not tested: computed from files and journal alone, never from a simulation."""
