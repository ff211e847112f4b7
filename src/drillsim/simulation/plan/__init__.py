"""How far the written plan is, and what people carry it out with."""
