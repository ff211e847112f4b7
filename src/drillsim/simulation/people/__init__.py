"""Where people are, what they see and hear."""
