"""Deciding: what people and the plan decide in a run, how it is judged, carried out, seen and recorded."""
