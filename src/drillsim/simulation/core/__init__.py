"""The world of one run and its clock: switches, facts, luck, what people believe of it."""
