"""A joint drill: people decide, the engine keeps the plant. No web framework, no clock of its own, no sleep.

clock   scenario time against the readings of the machine's clocks; gaps, speed, jumps
deck    the injects and what has become of each
drill   the run and the deck, moved together
stand_in  the plan in the place of those who are absent
session the drill, its clock, those who take part
log     what the room did beside the decisions
situation  what each screen shows, without words
record  the folder of a session, and the way back from it
"""
