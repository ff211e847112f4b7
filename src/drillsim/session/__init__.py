"""A joint drill: people decide, the engine keeps the plant. No web framework, no clock of its own, no sleep.

clock   scenario time against the readings of the machine's clocks; gaps, speed, jumps
deck    the injects and what has become of each
drill   the run and the deck, moved together
"""
