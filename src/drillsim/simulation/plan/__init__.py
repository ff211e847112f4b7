"""The progress of the written plan, and the means people carry it out with."""
