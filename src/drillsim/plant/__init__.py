"""Electrical and procedural facts, told once: what the kinds of source, element and switch are and what each may do."""
